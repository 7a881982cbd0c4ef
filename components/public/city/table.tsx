import { useFormatter, useTranslations } from "next-intl";
import { LocalNames } from "@/components/public/shared/local-names";
import { StageBadge } from "@/components/record/shared/stage-badge";
import { PlainTable } from "@/components/ui/plain-table";
import { cityNameIn } from "@/lib/domain/language/local-name";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { stages } from "@/lib/domain/record/project";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

type City = {
  slug: string;
  name: string;
  localName: string | null;
  officialLanguages: string[];
  aggregate: Aggregate;
};

/** Shows cities with their numbers of projects by stage; each number links to the list that it counts. */
export function CityTable({
  label,
  context,
  cities,
  filters = {},
}: {
  label: string;
  context: PageContext;
  cities: City[];
  /** The filters of those lists, beside the city. */
  filters?: Record<string, string>;
}) {
  const t = useTranslations("public");
  const format = useFormatter();
  return (
    <PlainTable
      label={label}
      isOneOfMany
      columns={[
        { header: t("cities.city") },
        { header: t("stages.projects"), align: "end" },
        ...stages.map((stage) => ({
          header: <StageBadge stage={stage} />,
          align: "end" as const,
          isWide: true,
        })),
      ]}
      rows={cities.map((city) => {
        const list = (stage?: string) =>
          addressOf(context, "/projects", { ...filters, city: city.slug, stage });
        return {
          key: city.slug,
          cells: [
            <span key="name" className="flex flex-wrap gap-x-3">
              <a href={addressOf(context, `/cities/${city.slug}`)}>
                {cityNameIn(context.locale, city)}
              </a>
              <span className="text-muted text-small">
                <LocalNames locale={context.locale} city={city} />
              </span>
            </span>,
            <a key="total" href={list()}>
              {format.number(city.aggregate.total)}
            </a>,
            ...stages.map((stage) => (
              <a key={stage} href={list(stage)}>
                {format.number(city.aggregate.byStage[stage])}
              </a>
            )),
          ],
        };
      })}
    />
  );
}
