import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Tells an administrator that people are not mailed what they are told, and why; nothing while they are. */
export function MailTrouble({ hasServer, failed }: { hasServer: boolean; failed: number }) {
  const t = useTranslations("notices.queue");
  if (hasServer && failed === 0) return null;
  return (
    <Notice tone="warning">
      <p className="max-w-text">{hasServer ? t("someFailed", { count: failed }) : t("noServer")}</p>
      <p>
        <a href="/office/mail" className="inline-flex min-h-11 items-center font-semibold">
          {t("look")}
        </a>
      </p>
    </Notice>
  );
}
