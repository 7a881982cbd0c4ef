import { useTranslations } from "next-intl";
import { CityTable } from "@/components/public/city/table";
import { Section } from "@/components/public/shared/section";
import type { PageContext } from "@/lib/domain/site/page-context";

type Cities = React.ComponentProps<typeof CityTable>["cities"];

/** More cities than this are folded. */
const shown = 12;

/** Shows the cities with projects of a focus area or an outcome, with their numbers by stage. */
export function CitiesOfTerm({
  context,
  cities,
  filters,
}: {
  context: PageContext;
  cities: Cities;
  filters: Record<string, string>;
}) {
  const t = useTranslations();
  const active = cities.filter((city) => city.aggregate.total > 0);
  if (active.length === 0) return null;
  const title = t("network.cities", { count: active.length });
  const table = <CityTable label={title} context={context} cities={active} filters={filters} />;
  return (
    <Section title={t("public.frame.cities")} id="cities">
      {active.length > shown ? (
        <details>
          <summary className="min-h-11 cursor-pointer sm:min-h-0">{title}</summary>
          <div className="pt-2">{table}</div>
        </details>
      ) : (
        table
      )}
    </Section>
  );
}
