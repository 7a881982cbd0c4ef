import { type Series, Swatch } from "@/components/charts/look";

/** In units of a chart's own measure; on a phone one of them is one pixel. */
export const chartWidth = 360;

/**
 * Shows the frame of a chart: its title, what it shows in a sentence, the drawing, and which pattern means what. To a
 * screen reader the drawing is one picture of that name; the numbers stand in a table beside it, which the page
 * provides.
 */
export function ChartFigure({
  id,
  title,
  summary,
  height,
  series = [],
  children,
}: {
  /** Of its own on the page. */
  id: string;
  title: string;
  summary: string;
  height: number;
  /** What needs a key; nothing where each bar is named. */
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
