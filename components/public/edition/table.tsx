import { useTranslations } from "next-intl";
import { type ChangeEntry, ChangeSummary } from "@/components/public/lists/change-list";
import { Content } from "@/components/public/shared/content";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { addressOf, editionPath, type PageContext } from "@/lib/domain/site/page-context";
import { toDay } from "@/lib/domain/values/day";

/** Shows the editions of one record, newest first, with links to the edition and to the page as of its day. */
export function EditionTable({
  context,
  path,
  editions,
}: {
  context: PageContext;
  path: string;
  editions: ChangeEntry[];
}) {
  const t = useTranslations("public.project");
  const messages = useTranslations("promises.edition");
  const addressOfEdition = (edition: ChangeEntry) =>
    addressOf({ ...context, asOf: null }, editionPath(edition, edition.number));
  return (
    <PlainTable
      label={t("history")}
      columns={[
        { header: t("holdsFrom") },
        { header: t("edition"), align: "end", isWide: true },
        { header: t("changed") },
        { header: t("published"), isWide: true },
      ]}
      rows={editions.map((edition) => ({
        key: edition.id,
        cells: [
          <span key="day" className="flex flex-col">
            <a href={addressOf({ locale: context.locale, asOf: edition.effectiveOn }, path)}>
              {formatPartialDate(edition.effectiveOn, context.locale)}
            </a>
            <a
              className="inline-block py-1.5 text-small sm:hidden"
              href={addressOfEdition(edition)}
            >
              {messages("number", { number: edition.number })}
            </a>
          </span>,
          <a key="number" href={addressOfEdition(edition)}>
            {edition.number}
          </a>,
          <ChangeSummary key="changed" change={edition} />,
          formatPartialDate(toDay(edition.publishedAt), context.locale),
        ],
      }))}
    />
  );
}

/** Shows former titles of a project, and until when each was used. */
export function FormerTitles({
  context,
  editions,
}: {
  context: PageContext;
  editions: ChangeEntry[];
}) {
  const t = useTranslations("public.project");
  const renamed = editions.filter((edition) => edition.formerTitle !== null);
  if (renamed.length === 0) return null;
  return (
    <>
      <h3 className="font-bold text-h3">{t("formerTitles")}</h3>
      <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
        {renamed.map((edition) => (
          <li key={edition.id}>
            <Content>{edition.formerTitle}</Content>
            <span className="text-muted text-small">
              {" – "}
              {t("formerTitle", { date: formatPartialDate(edition.effectiveOn, context.locale) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
