import { useFormatter, useTranslations } from "next-intl";
import { StateShape } from "@/components/public/outcome/state-mark";
import { PlainTable } from "@/components/ui/plain-table";
import { aimStates, countAims } from "@/lib/domain/progress/aims";
import { type AimOfCity, aimsServing } from "@/lib/domain/progress/city-aims";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows how many targets and indicators of a country's cities serve each outcome, and where they stand. */
export function OutcomesOfCountry({
  reading,
  title,
  outcomes,
  aims,
}: {
  reading: PageContext;
  title: string;
  outcomes: { slug: string; name: string }[];
  aims: AimOfCity[];
}) {
  const t = useTranslations("aims");
  const words = useTranslations("public.home");
  const format = useFormatter();
  const counted = outcomes.map((outcome) => {
    const serving = aimsServing(aims, outcome.slug);
    return { ...outcome, total: serving.length, counts: countAims(serving) };
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
      rows={counted.map(({ slug, name, total, counts }) => ({
        key: slug,
        cells: [
          <a key="name" href={addressOf(reading, `/outcomes/${slug}`)}>
            {name}
          </a>,
          format.number(total),
          ...states.map((state) => format.number(counts[state])),
        ],
      }))}
    />
  );
}
