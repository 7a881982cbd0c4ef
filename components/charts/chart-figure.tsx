import { type Series, Swatch } from "@/components/charts/look";

/** The width of a chart in its own units; on a phone one unit is one pixel. */
export const chartWidth = 360;

/**
 * Shows the frame of a chart: its title, a sentence about it, the drawing, and the key of its patterns. A screen reader
 * reads the drawing as one image with that name; the page shows the numbers in a table beside it.
 */
export function ChartFigure({
  id,
  title,
  summary,
  height,
  series = [],
  children,
}: {
  /** Unique on the page. */
  id: string;
  title: string;
  summary: string;
  height: number;
  /** The series of the key; none when each bar is named. */
  series?: Series[];
  children: React.ReactNode;
}) {
  return (
    <figure className="flex max-w-md flex-col gap-3">
      <figcaption>
        <p id={`${id}-title`} className="font-semibold">
          {title}
        </p>
        <p id={`${id}-summary`} className="text-muted text-small">
          {summary}
        </p>
      </figcaption>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its name and its description stand above it, for everybody */}
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-summary`}
        viewBox={`0 0 ${chartWidth} ${height}`}
        className="w-full"
      >
        {children}
      </svg>
      {series.length > 0 && (
        <p aria-hidden="true" className="text-small">
          {series.map(({ key, name, look }) => (
            <span key={key} className="mr-4 whitespace-nowrap">
              <Swatch look={look} />
              {name}
            </span>
          ))}
        </p>
      )}
    </figure>
  );
}
