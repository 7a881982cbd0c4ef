import { type Series, Swatch } from "@/components/charts/look";

/** Shows the heading of the table column for a series of a chart. */
export function SeriesName({ series: { name, look } }: { series: Series }) {
  return (
    <>
      <Swatch look={look} />
      {name}
    </>
  );
}
