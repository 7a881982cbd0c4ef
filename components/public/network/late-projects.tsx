import { useFormatter, useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { inReaderLanguage } from "@/components/public/shared/reader-language";
import { Section } from "@/components/public/shared/section";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { knownCityName } from "@/lib/domain/language/local-name";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { type LateReason, lateReasons } from "@/lib/domain/progress/late";
import type { ProjectFields } from "@/lib/domain/record/project";
import { addressOf, type PageContext, recordAddress } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

type LateProject = {
  id: string;
  slug: string;
  citySlug: string;
  cityName: string;
  effectiveOn: Day;
  reasons: LateReason[];
  fields: ProjectFields;
};

const shapes: Record<LateReason, string> = { late: "▲", paused: "‖", missed: "◆", silent: "◌" };

/**
 * Shows late projects as cities state them: the number for each reason, and the first projects with what their editions
 * say.
 */
export function LateProjects({
  context,
  aggregate: { byLateReason },
  projects,
  filters,
}: {
  context: PageContext;
  aggregate: Aggregate;
  /** The first projects, sorted by title. */
  projects: LateProject[];
  /** The filters of the lists to which the numbers link. */
  filters: Record<string, string>;
}) {
  const t = useTranslations("network.late");
  const messages = useTranslations("public");
  const format = useFormatter();
  return (
    <Section title={t("title")} id="late">
      {projects.length === 0 ? (
        <p className="max-w-text">{t("none")}</p>
      ) : (
        <>
          <p className="max-w-text">{t("lead")}</p>
          <dl className="flex flex-wrap gap-x-10 gap-y-4">
            {lateReasons.map((reason) => (
              <div key={reason} className="flex flex-col-reverse">
                <dt className="text-muted text-small">
                  <Reason reason={reason} />
                </dt>
                <dd className="font-bold text-h2 tabular-nums">
                  <a href={addressOf(context, "/projects", { ...filters, schedule: reason })}>
                    {format.number(byLateReason[reason])}
                  </a>
                </dd>
              </div>
            ))}
          </dl>
          <p className="text-small">{t("first", { count: projects.length })}</p>
          <PlainTable
            label={t("title")}
            columns={[
              { header: messages("projects.project") },
              { header: t("why"), isFolded: true },
              { header: messages("project.ends"), isFolded: true },
              { header: messages("project.holdsFrom"), isFolded: true },
            ]}
            rows={projects.map(({ fields: published, reasons, effectiveOn, ...project }) => {
              const fields = inReaderLanguage(context.locale, published);
              return {
                key: project.id,
                cells: [
                  <span key="title" className="flex max-w-text flex-col">
                    <a href={recordAddress(context, { ...project, kind: "project" })}>
                      <Content>{fields.title}</Content>
                    </a>
                    <span className="text-muted text-small">
                      {knownCityName(context.locale, project.cityName)}
                    </span>
                  </span>,
                  <span key="why" className="flex max-w-text flex-col">
                    {reasons.map((reason) => (
                      <Reason key={reason} reason={reason} />
                    ))}
                    {fields.scheduleReason && (
                      <span className="text-muted text-small">
                        <Content>{fields.scheduleReason}</Content>
                      </span>
                    )}
                  </span>,
                  fields.endsOn && formatPartialDate(fields.endsOn, context.locale),
                  formatPartialDate(effectiveOn, context.locale),
                ],
              };
            })}
          />
        </>
      )}
    </Section>
  );
}

function Reason({ reason }: { reason: LateReason }) {
  const t = useTranslations("network.late");
  return (
    <span>
      <span aria-hidden="true" className="mr-1.5 inline-block w-4 text-center">
        {shapes[reason]}
      </span>
      {t(reason)}
    </span>
  );
}
