import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { PartnerName } from "@/components/public/shared/partners";
import { ScheduleBadge, StageBadge } from "@/components/record/shared/stage-badge";
import { PartialDateText } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { partnerSlug } from "@/lib/domain/organisation/partner";
import type { ProjectFields } from "@/lib/domain/record/project";
import { addressOf, type PageContext, recordAddress } from "@/lib/domain/site/page-context";

type Project = {
  id: string;
  slug: string;
  citySlug: string;
  cityName: string;
  edition: { number: number; effectiveOn: string };
  fields: ProjectFields;
  /** What the names of its partners mean, by the ids of their entries. */
  organisations: Record<string, { slug: string }>;
};

/** Shows projects side by side, each as in its edition of the day, with what each does not state in words. */
export function ProjectComparison({
  context,
  projects,
  areas,
  outcomes,
}: {
  context: PageContext;
  projects: Project[];
  areas: { slug: string; name: string }[];
  outcomes: { slug: string; name: string }[];
}) {
  const t = useTranslations();
  const areaOf = (slug: string | undefined) =>
    areas.find((area) => area.slug === slug)?.name ?? slug ?? null;
  const leading = new Set(projects.map(({ fields }) => fields.focusAreas[0]?.focusArea));
  const rows = rowsOf(t, context, areaOf, outcomes);
  return (
    <>
      <p className="max-w-text pb-4">
        {leading.size === 1 && projects[0]?.fields.focusAreas[0]
          ? t("compare.sameArea", { area: areaOf([...leading][0]) ?? "" })
          : t("compare.differentAreas")}
      </p>
      <PlainTable
        label={t("compare.projects")}
        columns={[
          { header: t("compare.what") },
          ...projects.map((project) => ({
            header: (
              <a href={recordAddress(context, { ...project, kind: "project" })}>
                <Content>{project.fields.title}</Content>
              </a>
            ),
          })),
        ]}
        rows={rows.map(({ label, cell }) => ({
          key: label,
          cells: [
            label,
            ...projects.map((project) => (
              <span key={project.id}>
                {cell(project) ?? (
                  <span className="text-muted">{t("public.projects.noFocusArea")}</span>
                )}
              </span>
            )),
          ],
        }))}
      />
      <section aria-label={t("compare.missing")} className="max-w-text pt-6">
        <h2 className="font-bold text-h3">{t("compare.missing")}</h2>
        <ul className="flex flex-col gap-2 pt-2">
          {projects.map((project) => {
            const missing = rows.filter(({ cell }) => cell(project) === null);
            return (
              <li key={project.id}>
                <Content>{project.fields.title}</Content>:{" "}
                {missing.length === 0
                  ? t("compare.statesAll")
                  : t("compare.notStated", {
                      fields: missing.map(({ label }) => label).join(", "),
                    })}
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}

type Row = { label: string; cell: (project: Project) => React.ReactNode };

/** Returns the rows of a comparison; a cell is null when the project does not state it. */
function rowsOf(
  t: ReturnType<typeof useTranslations<never>>,
  context: PageContext,
  areaOf: (slug: string | undefined) => string | null,
  outcomes: { slug: string; name: string }[],
): Row[] {
  const date = (value: string | null) =>
    value === null ? null : <PartialDateText date={value} locale={context.locale} />;
  const some = (count: number) => (count === 0 ? null : count);
  return [
    {
      label: t("public.projects.city"),
      cell: (project) => (
        <a href={addressOf(context, `/cities/${project.citySlug}`)}>{project.cityName}</a>
      ),
    },
    {
      label: t("public.projects.stage"),
      cell: ({ fields: { stage, closing } }) => (
        <>
          <StageBadge stage={stage} />
          {closing && closing !== "completed" && (
            <span className="block text-small">{t(`choices.closing.${closing}`)}</span>
          )}
        </>
      ),
    },
    {
      label: t("public.projects.schedule"),
      cell: ({ fields }) => fields.schedule && <ScheduleBadge schedule={fields.schedule} />,
    },
    {
      label: t("public.project.focusAreas"),
      cell: ({ fields }) =>
        fields.focusAreas.map(({ focusArea }) => areaOf(focusArea)).join(", ") || null,
    },
    {
      label: t("public.project.outcomes"),
      cell: ({ fields }) =>
        fields.contributions
          .map(({ outcome }) => outcomes.find(({ slug }) => slug === outcome)?.name ?? outcome)
          .join(", ") || null,
    },
    { label: t("public.project.starts"), cell: ({ fields }) => date(fields.startsOn) },
    { label: t("public.project.ends"), cell: ({ fields }) => date(fields.endsOn) },
    { label: t("public.project.ended"), cell: ({ fields }) => date(fields.endedOn) },
    { label: t("public.project.milestones"), cell: ({ fields }) => milestonesOf(t, fields) },
    {
      label: t("public.project.indicators"),
      cell: ({ fields }) => some(fields.indicators.length),
    },
    { label: t("public.project.evidence"), cell: ({ fields }) => some(fields.evidence.length) },
    {
      label: t("public.project.support"),
      cell: ({ fields }) =>
        [
          ...new Set(
            fields.supportNeeded
              .filter(({ isMet }) => !isMet)
              .map(({ kind }) => t(`choices.supportKind.${kind}`)),
          ),
        ].join(", ") || null,
    },
    {
      label: t("public.project.partners"),
      cell: ({ fields, organisations }) =>
        fields.partners.length === 0 ? null : (
          <ul>
            {fields.partners.map(({ id, name }) => (
              <li key={id}>
                <PartnerName
                  context={context}
                  name={name}
                  slug={organisations[id]?.slug ?? partnerSlug(name)}
                />
              </li>
            ))}
          </ul>
        ),
    },
    {
      label: t("lists.effectiveOn"),
      cell: ({ edition }) => date(edition.effectiveOn),
    },
  ];
}

function milestonesOf(t: ReturnType<typeof useTranslations<never>>, { milestones }: ProjectFields) {
  const kept = milestones.filter(({ droppedReason }) => droppedReason === "");
  const done = kept.filter(({ doneOn }) => doneOn !== null);
  return kept.length === 0 ? null : t("compare.done", { count: done.length, total: kept.length });
}
