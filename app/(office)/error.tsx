"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

/** Shows the page for a failure in the office. The log has the cause under the reference. */
export default function OfficeError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("office.error");
  return (
    <div className="mx-auto max-w-page px-4 pb-16 sm:px-6">
      <PageHeader title={t("title")} />
      <div className="flex max-w-text flex-col items-start gap-4">
        <p>{t("body")}</p>
        {error.digest && (
          <p className="text-muted text-small">{t("reference", { digest: error.digest })}</p>
        )}
        <Button onClick={reset}>{t("again")}</Button>
        <a href="/office" className="inline-block py-2">
          {t("home")}
        </a>
      </div>
    </div>
  );
}
