import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Shows an administrator that mails or jobs fail, and why; nothing when there is no problem. */
export function MailTrouble({
  hasServer,
  failed,
  failedJobs,
}: {
  hasServer: boolean;
  failed: number;
  failedJobs: number;
}) {
  const t = useTranslations("notices.queue");
  const jobs = useTranslations("jobs");
  if (hasServer && failed + failedJobs === 0) return null;
  return (
    <Notice tone="warning">
      {!hasServer && <p className="max-w-text">{t("noServer")}</p>}
      {hasServer && failed > 0 && (
        <p className="max-w-text">{t("someFailed", { count: failed })}</p>
      )}
      {failedJobs > 0 && <p className="max-w-text">{jobs("some", { count: failedJobs })}</p>}
      <p>
        <a href="/office/mail" className="inline-flex min-h-11 items-center font-semibold">
          {hasServer && failed === 0 ? jobs("look") : t("look")}
        </a>
      </p>
    </Notice>
  );
}
