import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { Section } from "@/components/public/shared/section";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { addressOf, editionPath, type PageContext } from "@/lib/domain/site/page-context";
import { type Day, toDay } from "@/lib/domain/values/day";

/** Shows how to cite an edition: its number, date, hash and permanent address, and the files of the citation. */
export function CitationSection({
  context: { locale },
  record,
  title,
  edition,
  origin,
}: {
  context: PageContext;
  record: { kind: RecordKind; slug: string; citySlug: string; cityName: string };
  /** The title of the project; a plan is named by its period. */
  title?: string;
  edition: {
    number: number;
    effectiveOn: Day;
    publishedAt: Date;
    hash: string;
    origin: EditionOrigin;
  };
  /** The address of this installation: "https://plans.example.org". */
  origin: string;
}) {
  const t = useTranslations("promises.cite");
  const readAuthor = useTranslations("origin");
  const path = addressOf({ locale, asOf: null }, editionPath(record, edition.number));
  const address = `${origin}${path}`;
  return (
    <Section title={t("title")} id="cite">
      <p className="max-w-text rounded-box bg-wash px-4 py-3 [overflow-wrap:anywhere]">
        {t.rich("text", {
          author:
            edition.origin === "city"
              ? record.cityName
              : readAuthor("author", { city: record.cityName }),
          title: () =>
            title ? (
              <Content>{title}</Content>
            ) : (
              t("plan", { period: record.slug.replace("-", "–") })
            ),
          number: edition.number,
          asOf: formatPartialDate(edition.effectiveOn, locale),
          published: formatPartialDate(toDay(edition.publishedAt), locale),
          address,
          hash: edition.hash.slice(0, 12),
        })}
      </p>
      <dl className="grid max-w-text gap-x-6 gap-y-1 text-small sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{t("address")}</dt>
        <dd className="[overflow-wrap:anywhere]">
          <a href={path}>{address}</a>
        </dd>
        <dt className="text-muted">{t("hash")}</dt>
        <dd>
          <code className="break-all">{edition.hash}</code>
        </dd>
      </dl>
      <p className="text-small print:hidden">
        {t("files")} <a href={`${path}/citation.bib`}>BibTeX</a>,{" "}
        <a href={`${path}/citation.ris`}>RIS</a>
      </p>
    </Section>
  );
}
