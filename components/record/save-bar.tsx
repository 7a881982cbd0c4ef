"use client";
import { useTranslations } from "next-intl";
import { useDraft } from "@/components/record/draft-provider";
import { Button } from "@/components/ui/button";
import { editsOf } from "@/lib/domain/typing";

/** The button that saves, and in words whether everything is saved; always in sight. */
export function SaveBar({ timeZone, path }: { timeZone: string; path: string }) {
  const t = useTranslations("office.record.save");
  const { isReady, status } = useDraft();
  const isSaving = status.kind === "saving";
  return (
    <section
      aria-label={t("label")}
      className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-1 border-line-strong border-t bg-white py-3 print:hidden"
    >
      <Button type="submit" look="primary" disabled={!isReady} aria-disabled={isSaving}>
        {isSaving ? t("saving") : t("button")}
      </Button>
      <div role="status" className="min-w-0 flex-1 basis-48 text-small">
        <SaveState timeZone={timeZone} path={path} />
      </div>
    </section>
  );
}

function SaveState({ timeZone, path }: { timeZone: string; path: string }) {
  const t = useTranslations("office.record.save");
  const draft = useDraft();
  const { status, conflicts } = draft;
  const unsaved = editsOf(draft).length;
  const inConflict = Object.keys(conflicts).length;
  switch (status.kind) {
    case "saving":
      return t("saving");
    case "offline":
    case "failed":
      return <Trouble>{t(status.kind)}</Trouble>;
    case "outdated":
      return (
        <Trouble>
          {t("outdated")} <a href={path}>{t("reload")}</a>
        </Trouble>
      );
    case "refused":
      return <Refused path={path} />;
    default: {
      const time = status.kind === "saved" ? formatTime(status.at, timeZone) : null;
      const typedSince = unsaved - inConflict;
      return (
        <>
          {typedSince > 0 && (
            <p>
              {t("unsaved", { count: typedSince })} {time && t("lastSavedAt", { time })}
            </p>
          )}
          {typedSince <= 0 && time && <p>{t("savedAt", { time })}</p>}
          {inConflict > 0 && <Trouble>{t("conflicts", { count: inConflict })}</Trouble>}
          {unsaved === 0 && !time && <p className="text-muted">{t("nothing")}</p>}
        </>
      );
    }
  }
}

function Refused({ path }: { path: string }) {
  const t = useTranslations("office.record.save");
  const words = useTranslations("rules");
  const { status, errors } = useDraft();
  if (status.kind !== "refused") return null;
  const { refusal } = status;
  if (refusal.code === "signed_out") {
    return (
      <Trouble>
        {t("signedOut")}{" "}
        <a href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}>{t("signIn")}</a>
      </Trouble>
    );
  }
  if (refusal.code === "invalid") {
    const fields = new Set(Object.keys(errors).map((key) => key.split(".")[0]));
    return (
      <Trouble>
        {t("refused")} {t("refusedCount", { count: fields.size })}
      </Trouble>
    );
  }
  return (
    <Trouble>
      {refusal.code === "wrong_state"
        ? words(`wrongState.${refusal.reason}`)
        : words(`refusal.${refusal.code}`)}
    </Trouble>
  );
}

function Trouble({ children }: { children: React.ReactNode }) {
  return <p className="font-semibold text-warning">{children}</p>;
}

/** "14:03 (GMT+7)" */
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
