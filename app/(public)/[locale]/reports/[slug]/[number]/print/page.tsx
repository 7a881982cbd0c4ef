import { getTranslations } from "next-intl/server";
import { publicPage } from "@/app/(public)/public-page";
import { getCounted, leadOf, ReportContent, reportMetadata } from "@/app/(public)/report-page";
import { CityProjects } from "@/components/report/city-body";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = reportMetadata;

/** Shows the whole freeze on one page with its cities, laid out for paper; the PDF is printed from it. */
export default publicPage<{ slug: string; number: string }>(async ({ context, slug, number }) => {
  const counted = await getCounted(slug, number, null);
  if (!counted) return null;
  const { report, figures, areaNames } = counted;
  const t = await getTranslations("reports");
  const frame = await getTranslations("public.frame");
  const cities = figures.tables.find(({ table }) => table === "city")?.rows ?? [];
  return (
    <div className="mx-auto max-w-page px-4 pb-16">
      <main id="content">
        <header className="flex flex-col gap-2 pt-8 pb-6">
          <p className="text-muted">{frame("name")}</p>
          <h1 className="font-bold text-h1">{report.name}</h1>
          <p className="max-w-text text-lead">{await leadOf(counted, context.locale)}</p>
          <p className="max-w-text">{t("page.ours")}</p>
        </header>
        <ReportContent counted={counted} locale={context.locale} isOnPaper />
        <section className="flex flex-col gap-4 pt-10">
          <h2 className="font-bold text-h2">{t("city.contents")}</h2>
          {cities.map(({ key, name }) => (
            <section key={key} className="flex flex-col gap-2 pt-4">
              <h3 className="font-bold text-h3">{name}</h3>
              <CityProjects
                context={{ ...context, asOf: report.asOf }}
                city={name}
                projects={figures.projects.filter((project) => project.city.slug === key)}
                areaNames={areaNames}
                isOnPaper
              />
            </section>
          ))}
        </section>
      </main>
      <footer className="pt-10 text-small">
        <p className="max-w-text">{frame("independent")}</p>
      </footer>
    </div>
  );
});
