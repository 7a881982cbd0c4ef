import { useTranslations } from "next-intl";
import { AimBar } from "@/components/public/outcome/aim-bar";
import { AimValues } from "@/components/public/outcome/aim-values";
import { StateMark } from "@/components/public/outcome/state-mark";
import { BasisMark } from "@/components/public/shared/basis-mark";
import { Content } from "@/components/public/shared/content";
import { OutcomeWords } from "@/components/public/shared/outcome-words";
import { formatPartialDate } from "@/components/ui/partial-date";
import { knownCityName } from "@/lib/domain/language/local-name";
import { type AimOfCity, basisOf } from "@/lib/domain/progress/city-aims";
import { addressOf, type PageContext, recordAddress } from "@/lib/domain/site/page-context";

/**
 * Shows what cities aim at, one block each: the words and the city, a bar with the values that it draws, and where it
 * stands. The three stand beside each other, and below each other on a phone.
 */
export function AimList({
  context,
  aims,
  outcome,
}: {
  context: PageContext;
  aims: AimOfCity[];
  /** The slug of the outcome that they serve. */
  outcome: string;
}) {
  return (
    <ul className="flex flex-col">
      {aims.map((aim) => (
        <li
          key={aim.id}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-2 border-line border-b py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,5fr)_minmax(0,4fr)]"
        >
          <What context={context} aim={aim} outcome={outcome} />
          <div className="text-small">
            <AimBar {...aim} />
            <AimValues context={context} aim={aim} />
          </div>
          <State context={context} aim={aim} />
        </li>
      ))}
    </ul>
  );
}

function What({
  context,
  aim: { of, text, city, project, serves },
  outcome,
}: {
  context: PageContext;
  aim: AimOfCity;
  outcome: string;
}) {
  const t = useTranslations("promises.happened");
  const words = useTranslations("assessments");
  const basis = basisOf(serves, outcome);
  return (
    <div className="min-w-0">
      <a
        href={
          of === "indicator" && project
            ? `${recordAddress(context, { ...project, kind: "project" })}#indicators`
            : `${addressOf(context, `/cities/${city.citySlug}`)}#plan`
        }
      >
        <Content>{text}</Content>
      </a>
      <p className="flex flex-wrap gap-x-4 text-small">
        <a href={addressOf(context, `/cities/${city.citySlug}`)} className="inline-block py-1">
          {knownCityName(context.locale, city.cityName)}
        </a>
        {of === "target" && <span className="py-1 text-muted">{t("planTarget")}</span>}
        {basis && (
          <span className="py-1 text-muted">
            <BasisMark basis={basis} /> {words(basis)}
          </span>
        )}
      </p>
    </div>
  );
}

function State({ context, aim }: { context: PageContext; aim: AimOfCity }) {
  const t = useTranslations("aims");
  const { dueOn, state, resultSource } = aim;
  const words = useTranslations("public.project");
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap gap-x-4">
        <StateMark state={state} />
        {dueOn && (
          <time dateTime={dueOn} className="text-small">
            {t("due", { date: formatPartialDate(dueOn, context.locale) })}
          </time>
        )}
      </p>
      <p className="text-muted text-small">
        <Detail context={context} aim={aim} />
        {resultSource && (
          <>
            {" ("}
            <a href={resultSource}>{words("source")}</a>)
          </>
        )}
      </p>
    </div>
  );
}

/** Says why: what was stated, since when nothing was reported, or what is missing. */
function Detail({
  context,
  aim: { state, outcome, silentSince, gap },
}: {
  context: PageContext;
  aim: AimOfCity;
}) {
  const t = useTranslations();
  if (state === "silent")
    return silentSince
      ? t("aims.silentSince", { day: formatPartialDate(silentSince, context.locale) })
      : t("aims.neverReported");
  if (gap)
    return gap.of === "attainment"
      ? t(`progress.why.${gap.why}`)
      : t(`progress.courseWhy.${gap.why}`);
  // The values beside the bar say the rest.
  if (outcome.kind === "open" || outcome.kind === "measured") return null;
  return <OutcomeWords locale={context.locale} outcome={outcome} />;
}
