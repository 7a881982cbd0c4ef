import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { addressOf, editionPath, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/** Shows on the page of one edition which one it is, that it does not change, and whether a later one is valid now. */
export function EditionNotice({
  context: { locale },
  record,
  edition,
  newest,
}: {
  context: PageContext;
  record: { kind: RecordKind; slug: string; citySlug: string };
  edition: { number: number; effectiveOn: Day; correction: string | null };
  newest: { number: number; effectiveOn: Day };
}) {
  const t = useTranslations("promises.edition");
  const now = { locale, asOf: null };
  const isNewest = newest.number === edition.number;
  return (
    <section
      aria-label={t("number", { number: edition.number })}
      className="flex max-w-text flex-col gap-1 border-accent border-l-4 bg-accent-wash px-4 py-3"
    >
      <p className="font-semibold">
        {t("which", {
          number: edition.number,
          newest: newest.number,
          asOf: formatPartialDate(edition.effectiveOn, locale),
        })}
      </p>
      <p>{t("stays")}</p>
      {!isNewest && (
        <p>
          {t.rich("later", {
            day: formatPartialDate(newest.effectiveOn, locale),
            link: (words) => (
              <a href={addressOf(now, editionPath(record, newest.number))}>{words}</a>
            ),
          })}
        </p>
      )}
      {edition.correction && <Content>{edition.correction}</Content>}
    </section>
  );
}
