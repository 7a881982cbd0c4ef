import { useTranslations } from "next-intl";

/** Shows links to files of the table: all matching projects with these columns, in this order. */
export function ExportLinks({ planId, query }: { planId: string | null; query: string }) {
  const t = useTranslations("table.export");
  const said = new URLSearchParams(query);
  if (planId) said.set("planId", planId);
  return (
    <details className="relative">
      <summary className="flex min-h-11 cursor-pointer items-center rounded-box border border-line-strong px-4 font-semibold hover:bg-wash">
        {t("title")}
      </summary>
      <div className="right-0 z-10 mt-1 rounded-box border border-line-strong bg-white p-4 sm:absolute sm:w-72">
        <p>{t("hint")}</p>
        <ul>
          {(["xlsx", "csv"] as const).map((format) => (
            <li key={format}>
              <a
                href={`/api/office/projects/export.${format}?${said}`}
                download
                className="inline-block py-2.5"
              >
                {t(format)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
