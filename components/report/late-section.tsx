import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { ByCity } from "@/components/report/by-city";
import { ProjectName } from "@/components/report/project-name";
import { formatPartialDate } from "@/components/ui/partial-date";
import { maxNamed } from "@/lib/domain/report/cities";
import { type LateDate, lateStates } from "@/lib/domain/report/late";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows the dates of a report that passed without the work being done, by what is known of them. */
export function LateSection({
  context,
  late,
  cityPath,
  isOnPaper = false,
}: {
  context: PageContext;
  late: LateDate[];
  /** The path of the pages of the report's cities; null on one of them. */
  cityPath: string | null;
  /** True for the page that is printed, which counts what the pages of cities list. */
  isOnPaper?: boolean;
}) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <Section title={t("reports.late.title")} id="late">
      {late.length === 0 && <p className="max-w-text">{t("reports.late.none")}</p>}
      <div className="max-w-text">
        {lateStates.map((state) => {
          const own = late.filter((date) => date.state === state);
          if (own.length === 0) return null;
          const summary = (
            <>
              <span className="font-semibold">{t(`reports.late.${state}`)}</span>:{" "}
              {format.number(own.length)}
            </>
          );
          if (isOnPaper) {
            return (
              <p key={state} className="border-line border-b py-2">
                {summary}{" "}
                <span className="text-muted text-small">{t("reports.changes.onCityPages")}</span>
              </p>
            );
          }
          return (
            <details key={state} className="border-line border-b">
              <summary className="min-h-11 cursor-pointer py-2">{summary}</summary>
              {cityPath !== null && own.length > maxNamed ? (
                <ByCity things={own} cityPath={cityPath} part="late" />
              ) : (
                <ul className="flex flex-col gap-1 pb-3 pl-5">
                  {own
                    .filter(({ project }) => !project.isWithheld)
                    .map(({ project, title, due }) => (
                      <li key={`${project.recordId} ${title} ${due}`} className="list-disc">
                        {title ?? t("public.project.ends")},{" "}
                        {formatPartialDate(due, context.locale)}
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
          );
        })}
      </div>
    </Section>
  );
}
