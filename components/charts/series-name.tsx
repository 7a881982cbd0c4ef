import { type Series, Swatch } from "@/components/charts/look";

/** The head of a table's column that a chart draws as a series. */
export function SeriesName({ series: { name, look } }: { series: Series }) {
  return (
    <>
      <Swatch look={look} />
      {name}
    </>
  );
}
