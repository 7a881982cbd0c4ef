import { useFormatter, useTranslations } from "next-intl";
import { StateShape } from "@/components/public/outcome/state-mark";
import { BasisMark } from "@/components/public/shared/basis-mark";
import { PlainTable } from "@/components/ui/plain-table";
import { aimStates, countAims } from "@/lib/domain/progress/aims";
import { type AimOfCity, aimsServing, basisOf } from "@/lib/domain/progress/city-aims";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows how many targets and indicators of a country's cities serve each outcome, and where they stand. */
export function OutcomesOfCountry({
  context,
  title,
  outcomes,
  aims,
}: {
  context: PageContext;
  title: string;
  outcomes: { slug: string; name: string }[];
  aims: AimOfCity[];
}) {
  const t = useTranslations("aims");
  const words = useTranslations("public.home");
  const bases = useTranslations("assessments");
  const format = useFormatter();
  // What is stated and what is assessed are never added.
  const counted = outcomes.flatMap((outcome) => {
    const serving = aimsServing(aims, outcome.slug);
    return (["stated", "assessed"] as const).map((basis) => {
      const own = serving.filter(({ serves }) => basisOf(serves, outcome.slug) === basis);
      return { ...outcome, basis, total: own.length, counts: countAims(own) };
    });
  });
  const states = aimStates.filter((state) => counted.some(({ counts }) => counts[state] > 0));
  return (
    <PlainTable
      label={title}
      columns={[
        { header: words("outcome") },
        { header: t("ofCity.total"), align: "end" },
        ...states.map((state) => ({
          header: (
            <span className="inline-flex items-center gap-1.5">
              <StateShape state={state} />
              {t(`state.${state}`)}
            </span>
          ),
          align: "end" as const,
          isFolded: true,
        })),
      ]}
      rows={counted.map(({ slug, name, basis, total, counts }) => ({
        key: `${slug} ${basis}`,
        cells: [
          <span key="name" className="flex flex-col">
            <a href={addressOf(context, `/outcomes/${slug}`)}>{name}</a>
            <span className="text-small">
              <BasisMark basis={basis} /> {bases(basis)}
            </span>
          </span>,
          format.number(total),
          ...states.map((state) => format.number(counts[state])),
        ],
      }))}
    />
  );
}
