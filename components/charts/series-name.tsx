import { type Series, Swatch } from "@/components/charts/look";

/** Shows the head of a table's column that a chart draws as a series. */
export function SeriesName({ series: { name, look } }: { series: Series }) {
  return (
    <>
      <Swatch look={look} />
      {name}
    </>
  );
}
