"use client";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useDraft } from "@/components/record/draft/provider";
import {
  type RunningUpload,
  startUpload,
  type UploadFailure,
} from "@/components/record/fields/file-upload";
import { addKnownFile, useRecordFiles } from "@/components/record/fields/record-files";
import { EvidenceFile, useFileSize } from "@/components/record/shared/evidence-file";
import { Button } from "@/components/ui/button";
import { fileKinds, fileLimits } from "@/lib/domain/record/file";

type Props = {
  id: string;
  label: string;
  hint?: string | undefined;
  errors: string[];
  /** The id of the file, or null. */
  value: unknown;
  onChange: (fileId: string | null) => void;
};

type Sending =
  | { kind: "none" | "canceled" | "removed" }
  | { kind: "added"; name: string }
  | { kind: "sending"; name: string; sent: number; total: number }
  | { kind: "checking"; name: string }
  | { kind: "failed"; name: string; failure: UploadFailure };

const accepted = Object.entries(fileKinds)
  .flatMap(([type, { extensions }]) => [type, ...extensions.map((extension) => `.${extension}`)])
  .join(",");

/** Uploads a file for an entry: selected, photographed or dropped. It is sent at once, and the form holds its id. */
export function FileField({ id, label, hint, errors, value, onChange }: Props) {
  const t = useTranslations("files");
  const { sending, choose, retry, cancel, remove } = useSending(onChange);
  const about = useId();
  const [isOver, setOver] = useState(false);
  const fileId = typeof value === "string" ? value : null;
  const isBusy = sending.kind === "sending" || sending.kind === "checking";
  const failure = useFailureWords(sending);
  const said = [...errors, ...(failure ? [failure] : [])];
  const fileSize = useFileSize();
  return (
    <fieldset
      aria-describedby={about}
      className={`flex min-w-0 flex-col items-start gap-2 rounded-box border border-dashed p-3 ${isOver ? "border-accent bg-accent-wash" : "border-line-strong"}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file && !isBusy) choose(file);
      }}
    >
      <legend className="float-left font-semibold">{label}</legend>
      <div id={about} className="clear-both flex flex-col gap-1 text-small">
        <p className="text-muted">{hint ?? t("hint", { limit: fileSize(fileLimits.file) })}</p>
        {said.length > 0 && <p className="font-semibold text-warning">{said.join(" ")}</p>}
      </div>
      {fileId && <SelectedFile fileId={fileId} />}
      {isBusy && <Progress sending={sending} />}
      <div className="flex flex-wrap items-center gap-2">
        {isBusy ? (
          <Button onClick={cancel}>{t("cancel")}</Button>
        ) : (
          <>
            <Chooser
              id={id}
              label={fileId ? t("chooseOther") : t("choose")}
              isWrong={said.length > 0}
              about={about}
              onChoose={choose}
            />
            {sending.kind === "failed" && sending.failure === "line" && (
              <Button onClick={retry}>{t("retry")}</Button>
            )}
            {fileId && (
              <Button look="quiet" onClick={remove}>
                {t("remove")}
              </Button>
            )}
            {!fileId && (
              <span className="text-muted text-small pointer-coarse:hidden">{t("drop")}</span>
            )}
          </>
        )}
      </div>
      <p role="status" className="sr-only">
        {announced(t, sending)}
      </p>
    </fieldset>
  );
}

/** Shows the browser's file chooser behind a label that looks like a button; on a phone it offers the camera. */
function Chooser({
  id,
  label,
  isWrong,
  about,
  onChoose,
}: {
  id: string;
  label: string;
  isWrong: boolean;
  about: string;
  onChoose: (file: File) => void;
}) {
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center rounded-box border border-line-strong bg-white px-4 font-semibold hover:bg-wash has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2">
      {label}
      <input
        id={id}
        type="file"
        accept={accepted}
        aria-invalid={isWrong}
        aria-describedby={about}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The input is emptied, so that the same file can be selected again.
          event.target.value = "";
          if (file) onChoose(file);
        }}
      />
    </label>
  );
}

function SelectedFile({ fileId }: { fileId: string }) {
  const t = useTranslations("files");
  const { recordId } = useDraft();
  const files = useRecordFiles(recordId, true);
  if (files === "loading") return <p className="text-muted">{t("loading")}</p>;
  const file = files.get(fileId);
  if (!file) return <p>{t("unknown")}</p>;
  return <EvidenceFile file={file} alternativeText="" base="/api/office/files" />;
}

function Progress({ sending }: { sending: Sending }) {
  const t = useTranslations("files");
  const fileSize = useFileSize();
  const words = useId();
  if (sending.kind === "checking") return <p>{t("checking", { name: sending.name })}</p>;
  if (sending.kind !== "sending") return null;
  const { name, sent, total } = sending;
  const percent = Math.floor((sent / total) * 100);
  return (
    <div className="flex w-full flex-col gap-1">
      <p id={words} className="[overflow-wrap:anywhere]">
        {t("sending", { name, percent, size: fileSize(total) })}
      </p>
      <progress
        aria-labelledby={words}
        max={100}
        value={percent}
        className="h-3 w-full appearance-none overflow-hidden rounded-box border border-line-strong bg-white [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-white [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  );
}

/** Returns the state of an upload and the functions to control it. */
function useSending(onChange: Props["onChange"]) {
  const { recordId } = useDraft();
  const [sending, setSending] = useState<Sending>({ kind: "none" });
  const running = useRef<RunningUpload | null>(null);
  // The entry may change during the upload, so the latest callback is used at the end.
  const change = useRef(onChange);
  change.current = onChange;

  useEffect(() => () => running.current?.cancel(), []);

  const isWaiting = sending.kind === "failed" && sending.failure === "line";
  useEffect(() => {
    if (!isWaiting) return;
    const goOn = () => running.current?.retry();
    window.addEventListener("online", goOn);
    return () => window.removeEventListener("online", goOn);
  }, [isWaiting]);

  const isBusy = sending.kind === "sending" || sending.kind === "checking";
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isBusy]);

  function choose(file: File) {
    const { name, size: total } = file;
    setSending({ kind: "sending", name, sent: 0, total });
    running.current = startUpload(recordId, file, {
      onProgress: (sent) => setSending({ kind: "sending", name, sent, total }),
      onChecking: () => setSending({ kind: "checking", name }),
      onFailed: (failure) => setSending({ kind: "failed", name, failure }),
      onAdded(added) {
        addKnownFile(recordId, added);
        setSending({ kind: "added", name: added.name });
        change.current(added.id);
      },
    });
  }

  return {
    sending,
    choose,
    retry: () => running.current?.retry(),
    cancel() {
      running.current?.cancel();
      setSending({ kind: "canceled" });
    },
    remove() {
      setSending({ kind: "removed" });
      change.current(null);
    },
  };
}

function useFailureWords(sending: Sending): string | null {
  const t = useTranslations("files");
  const refusals = useTranslations("errors.refusal");
  const fileSize = useFileSize();
  if (sending.kind !== "failed") return null;
  const { failure } = sending;
  if (failure === "line") return t("failed");
  if (failure === "signed_out") return refusals("signed_out");
  if (failure === "not_yours") return refusals("forbidden");
  const words = { limit: fileSize(fileLimits.file), total: fileSize(fileLimits.project) };
  return t(`problems.${failure}`, words);
}

/** Returns the text for screen readers at the beginning and the end of an upload; the progress bar covers the rest. */
function announced(t: ReturnType<typeof useTranslations<"files">>, sending: Sending): string {
  switch (sending.kind) {
    case "checking":
      return t("checking", { name: sending.name });
    case "added":
      return t("added", { name: sending.name });
    case "removed":
      return t("removed");
    case "canceled":
      return t("canceled");
    case "failed":
      return t("failedSoon", { name: sending.name });
    default:
      return "";
  }
}
