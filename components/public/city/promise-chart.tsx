import { useFormatter, useTranslations } from "next-intl";
import { ColumnChart } from "@/components/charts/column-chart";
import type { Look } from "@/components/charts/look";
import { countOutcomes, type Promised } from "@/lib/domain/progress/promises";

const looks = { done: "lined", late: "solid", open: "striped", rest: "hollow" } satisfies Record<
  string,
  Look
>;
// TypeScript types the result of Object.keys as plain strings.
const kinds = Object.keys(looks) as (keyof typeof looks)[];

/** Shows how many of the promises of each year were kept; null when they are of fewer than two years. */
export function PromiseChart({ promises }: { promises: Promised[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const dated = promises.map((promise) => ({ promise, year: Number(promise.due.slice(0, 4)) }));
  const years = dated.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (!(last - first >= 1 && last - first <= 30)) return null;
  const counts = countOutcomes(promises);
  const names = {
    done: t("public.project.done"),
    late: t("promises.happened.notThen"),
    open: t("public.project.open"),
    rest: [
      counts.silent > 0 && t("promises.happened.silent"),
      counts.givenUp > 0 && t("promises.happened.givenUp"),
    ]
      .filter(Boolean)
      .join("; "),
  };
  const rows = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const own = dated.filter((each) => each.year === year).map((each) => each.promise);
    const { kept, doneLate, late, open, silent, givenUp } = countOutcomes(own);
    return {
      key: String(year),
      label: `’${String(year).slice(2)}`,
      values: { done: kept + doneLate, late, open, rest: silent + givenUp },
    };
  });
  return (
    <ColumnChart
      id="chart-promises"
      title={t("promises.happened.byYear", { first: String(first), last: String(last) })}
      summary={t("promises.happened.summary", {
        total: counts.total,
        parts: groups
          .filter((group) => counts[group] > 0)
          .map((group) => t(`promises.happened.count.${group}`, { count: counts[group] }))
          .join(", "),
      })}
      series={kinds
        .filter((kind) => rows.some((row) => row.values[kind] > 0))
        .map((kind) => ({ key: kind, name: names[kind], look: looks[kind] }))}
      rows={rows}
      formatNumber={(value) => format.number(value)}
    />
  );
}

const groups = ["kept", "doneLate", "late", "silent", "open", "givenUp"] as const;
