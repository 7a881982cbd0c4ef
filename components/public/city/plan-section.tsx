import { useFormatter, useTranslations } from "next-intl";
import { AssessedLine, StatedOutcome } from "@/components/public/shared/assessed-outcomes";
import { Content } from "@/components/public/shared/content";
import { Section } from "@/components/public/shared/section";
import { WrittenIn } from "@/components/public/shared/written-in";
import { Since } from "@/components/record/shared/since";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import type { Assessment } from "@/lib/domain/assessment/assessment";
import { type Ages, unchangedSince } from "@/lib/domain/progress/ages";
import type { PlanFields } from "@/lib/domain/record/plan";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/** Shows a city's plan: its vision, its focus areas with the city's own labels, and its strategic targets. */
export function PlanSection({
  context,
  path,
  cityName,
  plan,
  translated,
  areaNames,
  outcomeNames,
  assessments,
  ages,
}: {
  context: PageContext;
  path: string;
  cityName: string;
  /** `slug` is the period of the plan; the fields are the published English ones. */
  plan: { slug: string; fields: PlanFields } | null;
  /** The fields in the reader's language; null when there is no plan. */
  translated: PlanFields | null;
  areaNames: Record<string, string>;
  outcomeNames: Record<string, string>;
  /** What the tracker assesses of the targets. */
  assessments: Assessment[];
  ages: Ages | null;
}) {
  const t = useTranslations("public.city");
  if (!plan || !translated) {
    return (
      <Section title={t("plan", { period: "" })}>
        <p className="max-w-text">{t("noPlan", { city: cityName })}</p>
      </Section>
    );
  }
  const { vision, focusAreas, strategicTargets } = translated;
  return (
    <Section title={t("plan", { period: plan.slug.replace("-", "–") })} id="plan">
      <WrittenIn context={context} path={path} fields={plan.fields} />
      {vision && (
        <>
          <Part title={t("vision")} since={unchangedSince(ages, "vision")} />
          <p className="max-w-text whitespace-pre-line">
            <Content>{vision}</Content>
          </p>
        </>
      )}
      <Part
        title={t("focusAreas")}
        since={focusAreas.length > 0 ? unchangedSince(ages, "focusAreas") : null}
      />
      {focusAreas.length === 0 ? (
        <p>{t("focusAreasNone")}</p>
      ) : (
        <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
          {focusAreas.map((item) => (
            <li key={item.id}>
              <a href={addressOf(context, `/focus-areas/${item.focusArea}`)}>
                {areaNames[item.focusArea] ?? item.focusArea}
              </a>
              {item.ownLabel && ` (${t("ownLabel", { label: item.ownLabel })})`}
            </li>
          ))}
        </ul>
      )}
      <Part
        title={t("targets")}
        since={strategicTargets.length > 0 ? unchangedSince(ages, "strategicTargets") : null}
      />
      {strategicTargets.length === 0 ? (
        <p>{t("targetsNone")}</p>
      ) : (
        <TargetTable
          context={context}
          targets={strategicTargets}
          outcomeNames={outcomeNames}
          assessments={assessments}
        />
      )}
    </Section>
  );
}

/** Shows the heading of a part of the plan, and since when it has not changed, if known. */
function Part({ title, since }: { title: string; since: Day | null }) {
  return (
    <div>
      <h3 className="font-bold text-h3">{title}</h3>
      {since && <Since day={since} />}
    </div>
  );
}

function TargetTable({
  context,
  targets,
  outcomeNames,
  assessments,
}: {
  context: PageContext;
  targets: PlanFields["strategicTargets"];
  outcomeNames: Record<string, string>;
  assessments: Assessment[];
}) {
  const t = useTranslations("public.city");
  const words = useTranslations("public.project");
  const choice = useTranslations("choices.targetResult");
  const format = useFormatter();
  const amount = (value: number | null, unit: string) =>
    value === null ? "" : `${format.number(value)} ${unit}`.trim();
  const baseline = ({ baseline, baselineOn, unit }: (typeof targets)[number]) =>
    [
      amount(baseline, unit),
      baseline !== null && baselineOn && `(${formatPartialDate(baselineOn, context.locale)})`,
    ]
      .filter(Boolean)
      .join(" ");
  return (
    <PlainTable
      label={t("targets")}
      columns={[
        { header: t("target") },
        { header: t("baseline"), align: "end", isWide: true },
        { header: t("value"), align: "end" },
        { header: t("due"), align: "end", isWide: true },
      ]}
      rows={targets.map((target) => ({
        key: target.id,
        cells: [
          <span key="text" className="flex max-w-text flex-col">
            <Content>{target.text}</Content>
            {target.measure && (
              <span className="text-muted text-small">
                <Content>{target.measure}</Content>
              </span>
            )}
            {target.outcome && (
              <span>
                <StatedOutcome
                  context={context}
                  outcome={target.outcome}
                  outcomeNames={outcomeNames}
                />
              </span>
            )}
            <AssessedLine
              context={context}
              assessments={assessments.filter(({ entryId }) => entryId === target.id)}
              outcomeNames={outcomeNames}
            />
            {target.result && (
              <span>
                {[
                  choice(target.result),
                  target.resultOn && formatPartialDate(target.resultOn, context.locale),
                ]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            )}
            {target.resultNote && (
              <span className="text-muted text-small">
                <Content>{target.resultNote}</Content>
                {target.resultSource && (
                  <>
                    {" ("}
                    <a href={target.resultSource}>{words("source")}</a>)
                  </>
                )}
              </span>
            )}
            {target.baseline !== null && (
              <span className="text-muted text-small sm:hidden">
                {t("baseline")}: {baseline(target)}
              </span>
            )}
            {target.dueOn && (
              <span className="text-muted text-small sm:hidden">
                {t("due")}: {formatPartialDate(target.dueOn, context.locale)}
              </span>
            )}
          </span>,
          baseline(target),
          amount(target.value, target.unit),
          target.dueOn ? formatPartialDate(target.dueOn, context.locale) : "",
        ],
      }))}
    />
  );
}
