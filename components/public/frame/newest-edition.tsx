import { useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { PageContext } from "@/lib/domain/site/page-context";
import { type Day, toDay } from "@/lib/domain/values/day";

/** Shows the newest edition that a page of totals counts, and where the sources are named. */
export function NewestEdition({
  context,
  edition,
}: {
  context: PageContext;
  edition: { effectiveOn: Day; publishedAt: Date } | null;
}) {
  const t = useTranslations("public");
  return (
    <p className="max-w-text pt-10 text-muted text-small">
      {edition
        ? `${t("provenance.newest", {
            effectiveOn: formatPartialDate(edition.effectiveOn, context.locale),
            publishedAt: formatPartialDate(toDay(edition.publishedAt), context.locale),
          })} ${t("provenance.each")}`
        : t("asOf.nothingYet")}
    </p>
  );
}
