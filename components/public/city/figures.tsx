import { useFormatter, useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { Section } from "@/components/public/shared/section";
import { Since } from "@/components/record/shared/since";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import type { PlanFields } from "@/lib/domain/record/plan";
import type { PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

type Reference = {
  kind: "population" | "land_area_km2" | "density_per_km2";
  value: number;
  year: number | null;
  boundaryNote: string | null;
  source: string;
};

type Figure = Omit<Reference, "year"> & { key: string; on: string | null; isOfPlan: boolean };

/**
 * Shows figures about a city, each with its date, its boundary and its source, because boundaries change. Figures from
 * the city's plan stand beside reference data; neither replaces the other.
 */
export function CityFigures({
  context,
  figures,
  planFigures,
  note,
  since,
}: {
  context: PageContext;
  figures: Reference[];
  planFigures: PlanFields["figures"];
  note: string | null;
  /** The day since which the plan has the same figures. */
  since: Day | null;
}) {
  const t = useTranslations("public.city");
  const format = useFormatter();
  const shown = [...planFigures.flatMap(ofPlan), ...figures.map(ofReference)];
  if (shown.length === 0 && !note) return null;
  return (
    <Section title={t("profile")}>
      {shown.length > 0 && (
        <PlainTable
          label={t("profile")}
          columns={[
            { header: t("figure") },
            { header: t("figureValue"), align: "end" },
            { header: t("year"), align: "end" },
            { header: t("boundary"), isWide: true },
            { header: t("source"), isWide: true },
          ]}
          rows={shown.map((figure) => ({
            key: figure.key,
            cells: [
              <span key="kind" className="flex flex-col">
                {t(figure.kind)}
                <span className="text-muted text-small sm:hidden">
                  {figure.boundaryNote && <Content>{figure.boundaryNote}</Content>}{" "}
                  <Source figure={figure} />
                </span>
              </span>,
              format.number(figure.value, { maximumFractionDigits: 1 }),
              figure.on === null
                ? t("yearNotStated")
                : formatPartialDate(figure.on, context.locale),
              figure.boundaryNote && <Content key="boundary">{figure.boundaryNote}</Content>,
              <Source key="source" figure={figure} />,
            ],
          }))}
        />
      )}
      {since && (
        <div className="flex flex-wrap gap-x-1 text-muted text-small">
          {t("figuresInPlan")} <Since day={since} />
        </div>
      )}
      {note && <p className="max-w-text text-small">{note}</p>}
    </Section>
  );
}

function ofPlan({ id, value, ...figure }: PlanFields["figures"][number]): Figure[] {
  return value === null ? [] : [{ ...figure, value, key: id, isOfPlan: true }];
}

function ofReference({ year, ...figure }: Reference, index: number): Figure {
  return {
    ...figure,
    on: year === null ? null : String(year),
    key: String(index),
    isOfPlan: false,
  };
}

/** A source is a web address or a short text. */
function Source({ figure: { source, isOfPlan } }: { figure: Figure }) {
  const t = useTranslations("public.city");
  return (
    <>
      {isOfPlan && `${t("statedInPlan")} `}
      {/^https?:\/\//u.test(source) ? (
        <a href={source}>
          {t("source")} ({new URL(source).hostname.replace(/^www\./u, "")})
        </a>
      ) : (
        source
      )}
    </>
  );
}
