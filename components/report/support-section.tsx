import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { ByCity } from "@/components/report/by-city";
import { ProjectName } from "@/components/report/project-name";
import { maxNamed } from "@/lib/domain/report/cities";
import type { SupportRow } from "@/lib/domain/report/needs";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows the support needed by the projects of a report, by kind and project. */
export function SupportSection({
  context,
  support,
  cityPath,
}: {
  context: PageContext;
  support: SupportRow[];
  /** The path of the pages of the report's cities; null on one of them. */
  cityPath: string | null;
}) {
  const t = useTranslations("reports.support");
  const kinds = useTranslations("choices.supportKind");
  const format = useFormatter();
  return (
    <Section title={t("title")} id="support">
      {support.length === 0 && <p>{t("none")}</p>}
      <div className="max-w-text">
        {support.map(({ kind, open, met }) => (
          <details key={kind} className="border-line border-b">
            <summary className="min-h-11 cursor-pointer py-2">
              <span className="font-semibold">{kinds(kind)}</span>: {format.number(open.length)}{" "}
              {t("open").toLowerCase()}
              {met.length > 0 && `, ${format.number(met.length)} ${t("met").toLowerCase()}`}
            </summary>
            {cityPath !== null && open.length + met.length > maxNamed ? (
              <ByCity things={[...open, ...met]} cityPath={cityPath} part="support" />
            ) : (
              <ul className="flex flex-col gap-1 pb-3 pl-5">
                {[...open, ...met]
                  .filter(({ project }) => !project.isWithheld)
                  .map(({ project, need }) => (
                    <li key={need.id} className="list-disc">
                      {need.text}{" "}
                      {need.isMet && <span className="font-semibold">({t("met")}) </span>}
                      <span className="block text-small">
                        <ProjectName
                          context={context}
                          project={project}
                          withCity={cityPath !== null}
                        />
                      </span>
                    </li>
                  ))}
              </ul>
            )}
          </details>
        ))}
      </div>
    </Section>
  );
}
