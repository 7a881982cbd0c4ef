"use client";
import { useTranslations } from "next-intl";
import { AnnouncedChanges, PeopleHere } from "@/components/record/desk/people-here";
import { useDraft } from "@/components/record/draft/provider";
import { Button } from "@/components/ui/button";
import { unsavedEdits } from "@/lib/domain/record/typing";
import type { Refusal } from "@/lib/domain/result/result";

/** Shows the button that saves at once, whether everything is saved, and who else is here; it is always in view. */
export function SaveBar({ timeZone, path }: { timeZone: string; path: string }) {
  const t = useTranslations("saving.save");
  const { isReady, status } = useDraft();
  const isSaving = status.kind === "saving";
  return (
    <section
      aria-label={t("label")}
      className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-1 border-line-strong border-t bg-white py-3 print:hidden"
    >
      <Button type="submit" look="primary" disabled={!isReady}>
        {t("button")}
      </Button>
      <div className="min-w-0 flex-1 basis-48 text-small">
        {isSaving ? <p>{t("saving")}</p> : <SaveState timeZone={timeZone} path={path} />}
      </div>
      <PeopleHere />
      <RemoteChanges timeZone={timeZone} />
      <AnnouncedChanges />
    </section>
  );
}

/** Announces the same to screen readers, but not every automatic save. */
function RemoteChanges({ timeZone }: { timeZone: string }) {
  const t = useTranslations("saving.announce");
  const { failures, status, savedAt } = useDraft();
  const isWarning = failures > 0 || status.kind === "refused";
  return (
    <p role="status" className="sr-only">
      {isWarning ? t("trouble") : savedAt && t("saved", { time: formatTime(savedAt, timeZone) })}
    </p>
  );
}

function SaveState({ timeZone, path }: { timeZone: string; path: string }) {
  const t = useTranslations("saving.save");
  const draft = useDraft();
  const { status, conflicts, errors, savedAt } = draft;
  switch (status.kind) {
    case "offline":
    case "failed":
      return <Warning>{t(status.kind)}</Warning>;
    case "outdated":
      return (
        <Warning>
          {t("outdated")} <a href={path}>{t("reload")}</a>
        </Warning>
      );
    case "refused":
      if (status.refusal.code !== "invalid")
        return <Refused refusal={status.refusal} path={path} />;
  }
  const inConflict = Object.keys(conflicts).length;
  const inError = new Set(Object.keys(errors).map((key) => key.split(".")[0])).size;
  const unsaved = unsavedEdits(draft).length - inConflict - inError;
  return (
    <>
      {unsaved > 0 && <p>{t("unsaved", { count: unsaved })}</p>}
      {unsaved <= 0 && savedAt && <p>{t("savedAt", { time: formatTime(savedAt, timeZone) })}</p>}
      {inConflict > 0 && <Warning>{t("conflicts", { count: inConflict })}</Warning>}
      {inError > 0 && <Warning>{t("errors", { count: inError })}</Warning>}
      {unsaved + inConflict + inError === 0 && !savedAt && (
        <p className="text-muted">{t("nothing")}</p>
      )}
    </>
  );
}

function Refused({ refusal, path }: { refusal: Refusal; path: string }) {
  const t = useTranslations("saving.save");
  const messages = useTranslations("errors");
  if (refusal.code === "signed_out") {
    return (
      <Warning>
        {t("signedOut")}{" "}
        <a href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}>{t("signIn")}</a>
      </Warning>
    );
  }
  return (
    <Warning>
      {refusal.code === "wrong_state"
        ? messages(`wrongState.${refusal.reason}`)
        : messages(`refusal.${refusal.code}`)}
    </Warning>
  );
}

function Warning({ children }: { children: React.ReactNode }) {
  return <p className="font-semibold text-warning">{children}</p>;
}

/** Returns "14:03 (GMT+7)". */
function formatTime(at: string, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "shortOffset",
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("hour")}:${part("minute")} (${part("timeZoneName")})`;
}
