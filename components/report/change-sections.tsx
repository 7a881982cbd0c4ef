import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { ByCity } from "@/components/report/by-city";
import { ProjectName } from "@/components/report/project-name";
import { formatPartialDate } from "@/components/ui/partial-date";
import {
  type ChangedProject,
  changesOfKind,
  type ReportChange,
  reportChanges,
} from "@/lib/domain/report/changes";
import { maxNamed } from "@/lib/domain/report/cities";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/** Shows the changes of projects since the report before: the number of each kind, and the projects. */
export function ChangeSections({
  context,
  changes,
  before,
  areaNames,
  cityPath,
}: {
  context: PageContext;
  changes: ChangedProject[] | null;
  before: { slug: string; number: number; name: string; asOf: Day } | null;
  areaNames: Record<string, string>;
  /** The path of the pages of the report's cities; null on one of them. */
  cityPath: string | null;
}) {
  const t = useTranslations("reports.changes");
  if (changes === null || before === null)
    return (
      <Section title={t("first")} id="changes">
        <p className="max-w-text">{t("firstText")}</p>
      </Section>
    );
  const shownKinds = reportChanges
    .map((kind) => ({ kind, changed: changesOfKind(changes, kind) }))
    .filter(({ changed }) => changed.length > 0);
  return (
    <Section title={t("title", { name: before.name })} id="changes">
      <p className="max-w-text">
        {t.rich("lead", {
          number: before.number,
          name: before.name,
          link: (words) => (
            <a
              href={addressOf(
                { ...context, asOf: null },
                `/reports/${before.slug}/${before.number}`,
              )}
            >
              {words}
            </a>
          ),
          asOf: formatPartialDate(before.asOf, context.locale),
        })}
      </p>
      <div className="max-w-text">
        {shownKinds.map(({ kind, changed }) => (
          <KindChanges
            key={kind}
            context={context}
            kind={kind}
            changed={changed}
            areaNames={areaNames}
            cityPath={cityPath}
          />
        ))}
      </div>
    </Section>
  );
}

/** Shows the changes of one kind: their number, and the projects or cities. */
function KindChanges({
  context,
  kind,
  changed,
  areaNames,
  cityPath,
}: {
  context: PageContext;
  kind: ReportChange;
  changed: ChangedProject[];
  areaNames: Record<string, string>;
  cityPath: string | null;
}) {
  const t = useTranslations("reports.changes");
  const format = useFormatter();
  const summary = (
    <>
      <span className="font-semibold">{t(`kind.${kind}`)}</span>: {format.number(changed.length)}
    </>
  );
  if (cityPath !== null && isPlain(kind))
    return (
      <p className="border-line border-b py-2">
        {summary} <span className="text-muted text-small">{t("onCityPages")}</span>
      </p>
    );
  return (
    <details className="border-line border-b" open={changed.length <= maxOpen}>
      <summary className="min-h-11 cursor-pointer py-2">{summary}</summary>
      {cityPath !== null && changed.length > maxNamed ? (
        <ByCity things={changed} cityPath={cityPath} part="changes" />
      ) : (
        <ul className="flex flex-col gap-1 pb-3 pl-5">
          {changed.map((change) => (
            <li key={change.project.recordId} className="list-disc">
              <ProjectName
                context={context}
                project={change.project}
                withCity={cityPath !== null}
              />
              <Detail kind={kind} change={change} locale={context.locale} areaNames={areaNames} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/**
 * Returns true when a kind covers most projects. The network's page would list all projects, so only the cities' pages
 * list these.
 */
function isPlain(kind: ReportChange) {
  return kind === "updated" || kind === "described" || kind === "unchanged";
}

/** A longer list is folded; a printed page opens all (app/globals.css). */
const maxOpen = 8;

function Detail({
  kind,
  change: { project, before, slip },
  locale,
  areaNames,
}: {
  kind: ReportChange;
  change: ChangedProject;
  locale: string;
  areaNames: Record<string, string>;
}) {
  const t = useTranslations("reports");
  const stage = useTranslations("choices.stage");
  const closing = useTranslations("choices.closing");
  if (project.isWithheld || before === null) return null;
  const area = (fields: typeof before.fields) => {
    const slug = fields.focusAreas[0]?.focusArea;
    return slug ? (areaNames[slug] ?? slug) : t("page.none");
  };
  const words = {
    slipped:
      slip &&
      t("changes.slip", {
        from: formatPartialDate(slip.from, locale),
        to: formatPartialDate(slip.to, locale),
        months: slip.months,
      }),
    renamed: t("changes.renamed", { title: before.fields.title }),
    moved_area: t("changes.moved", { from: area(before.fields), to: area(project.fields) }),
    stage_moved: t("changes.moved", {
      from: stage(before.fields.stage),
      to: stage(project.fields.stage),
    }),
    // This kind already says that the project is not listed any more.
    closed:
      project.fields.closing &&
      project.fields.closing !== "no_longer_listed" &&
      closing(project.fields.closing),
  }[kind as string];
  return words ? <span className="block text-muted text-small">{words}</span> : null;
}
