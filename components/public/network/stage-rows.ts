import type { StageRow } from "@/components/public/network/by-stage";
import { countryNameIn } from "@/lib/domain/language/country-name";
import type { Locale } from "@/lib/domain/language/locale";
import { type Aggregate, addAggregates } from "@/lib/domain/progress/aggregate";
import { stages } from "@/lib/domain/record/project";

/**
 * Returns the rows of ByStage for terms of the framework. `rest` adds a row for projects that name no term, if there
 * are any.
 */
export function stageRows({
  terms,
  aggregates,
  path,
  filter,
  filters = {},
  rest,
}: {
  terms: { slug: string; name: string }[];
  aggregates: Record<string, Aggregate>;
  /** The path of the terms' own pages: "/outcomes". */
  path: string;
  /** The filter of the list of projects for a term. */
  filter: string;
  filters?: Record<string, string>;
  rest?: { name: string; whole: Aggregate };
}): StageRow[] {
  const rows = terms.map(({ slug, name }) => ({
    key: slug,
    name,
    path: `${path}/${slug}`,
    filters: { ...filters, [filter]: slug },
    aggregate: aggregates[slug] ?? addAggregates([]),
  }));
  const named = addAggregates(rows.map((row) => row.aggregate));
  if (!rest || rest.whole.total <= named.total) return rows;
  const left = (whole: number, part: number) => whole - part;
  const byStage = { ...named.byStage };
  for (const stage of stages)
    byStage[stage] = left(rest.whole.byStage[stage], named.byStage[stage]);
  return [
    ...rows,
    {
      key: "none",
      name: rest.name,
      path: null,
      filters: { ...filters, [filter]: "none" },
      aggregate: { total: left(rest.whole.total, named.total), byStage },
    },
  ];
}

/** Returns the rows of ByStage for the countries of these cities, in order. */
export function countryRows(
  locale: Locale,
  cities: { countryCode: string; countryName: string; aggregate: Aggregate }[],
): StageRow[] {
  const codes = [...new Set(cities.map((city) => city.countryCode))];
  return codes.map((code) => {
    const own = cities.filter((city) => city.countryCode === code);
    return {
      key: code,
      name: countryNameIn(locale, code, own[0]?.countryName ?? code),
      path: `/countries/${code}`,
      filters: { country: code },
      aggregate: addAggregates(own.map((city) => city.aggregate)),
    };
  });
}
