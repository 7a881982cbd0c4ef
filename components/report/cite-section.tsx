import { useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { formatPartialDate } from "@/components/ui/partial-date";
import { reportFileFormats } from "@/lib/domain/report/file";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import { type Day, toDay } from "@/lib/domain/values/day";

type Freeze = { number: number; frozenAt: Date; correction: string; hash: string };

/** Shows how to cite a freeze, its basis, its correction, and its files. */
export function CiteSection({
  context,
  report,
  freeze,
  editions,
  origin,
  makesPdf,
}: {
  context: PageContext;
  report: { slug: string; name: string; asOf: Day; freezes: Freeze[] };
  freeze: Freeze;
  /** The number of editions in the freeze. */
  editions: number;
  /** The address of this installation: "https://plans.example.org". */
  origin: string;
  makesPdf: boolean;
}) {
  const t = useTranslations("reports.cite");
  const { locale } = context;
  const asOf = formatPartialDate(report.asOf, locale);
  const path = addressOf({ locale, asOf: null }, `/reports/${report.slug}/${freeze.number}`);
  const address = `${origin}${path}`;
  return (
    <Section title={t("title")} id="cite">
      <p className="max-w-text rounded-box bg-wash px-4 py-3 [overflow-wrap:anywhere]">
        {t("text", { name: report.name, asOf, number: freeze.number, address })}
      </p>
      <dl className="grid max-w-text gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{t("address")}</dt>
        <dd className="[overflow-wrap:anywhere]">
          <a href={path}>{address}</a>
        </dd>
        <dt className="text-muted">{t("asOf")}</dt>
        <dd>{asOf}</dd>
        <dt className="text-muted">{t("frozen")}</dt>
        <dd>{dayOf(freeze, locale)}</dd>
        <dt className="text-muted">{t("hash")}</dt>
        <dd>
          <code className="break-all text-small">{freeze.hash}</code>
          <span className="block text-muted text-small">{t("hashNote", { editions })}</span>
        </dd>
      </dl>
      <Corrections locale={locale} report={report} />
      <Files path={path} slug={report.slug} number={freeze.number} makesPdf={makesPdf} />
    </Section>
  );
}

/** Shows every freeze of the report with its correction. */
function Corrections({
  locale,
  report,
}: {
  locale: PageContext["locale"];
  report: { slug: string; freezes: Freeze[] };
}) {
  const t = useTranslations("reports.cite");
  return (
    <>
      <h3 className="font-bold text-h3">{t("corrections")}</h3>
      {report.freezes.every((each) => each.correction === "") ? (
        <p>{t("noCorrections")}</p>
      ) : (
        <ul className="max-w-text list-disc pl-5">
          {report.freezes.map((each) => (
            <li key={each.number}>
              <a href={addressOf({ locale, asOf: null }, `/reports/${report.slug}/${each.number}`)}>
                {each.correction === ""
                  ? t("firstFreeze", { number: each.number, day: dayOf(each, locale) })
                  : t("correction", {
                      number: each.number,
                      day: dayOf(each, locale),
                      text: each.correction,
                    })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Shows links to the files of a freeze and to its page for print. */
function Files({
  path,
  slug,
  number,
  makesPdf,
}: {
  path: string;
  slug: string;
  number: number;
  makesPdf: boolean;
}) {
  const t = useTranslations("reports.cite");
  return (
    <>
      <h3 className="font-bold text-h3 print:hidden">{t("files")}</h3>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 print:hidden">
        {reportFileFormats
          .filter((format) => format !== "pdf" || makesPdf)
          .map((format) => (
            <li key={format}>
              <a href={`/api/v1/reports/${slug}/${number}.${format}`} className="inline-block py-2">
                {t(`file.${format}`)}
              </a>
            </li>
          ))}
        <li>
          <a href={`${path}/print`} className="inline-block py-2">
            {t("printPage")}
          </a>
        </li>
      </ul>
      <p className="max-w-text text-muted text-small print:hidden">
        {t("fileNote")} {!makesPdf && t("noPdf")}
      </p>
    </>
  );
}

function dayOf({ frozenAt }: Freeze, locale: string) {
  return formatPartialDate(toDay(frozenAt), locale);
}
