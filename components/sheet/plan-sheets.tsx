import { useTranslations } from "next-intl";

const button =
  "inline-flex min-h-11 items-center justify-center rounded-box border border-line-strong bg-white px-4 font-semibold text-ink no-underline hover:bg-wash";

/** Shows the links to export a plan as a spreadsheet and to import one. */
export function PlanSheets({ planId, mayImport }: { planId: string; mayImport: boolean }) {
  const t = useTranslations("sheets.plan");
  return (
    <section aria-labelledby="sheets" className="flex flex-col gap-3 border-line border-t pt-6">
      <h3 id="sheets" className="font-bold text-h3">
        {t("title")}
      </h3>
      <p className="max-w-text">{t("body")}</p>
      <p className="flex flex-wrap gap-3">
        <a href={`/api/office/plans/${planId}/export.xlsx`} download className={button}>
          {t("xlsx")}
        </a>
        <a href={`/api/office/plans/${planId}/export.csv`} download className={button}>
          {t("csv")}
        </a>
        {mayImport && (
          <a href={`/office/plans/${planId}/import`} className={button}>
            {t("bring")}
          </a>
        )}
      </p>
    </section>
  );
}
