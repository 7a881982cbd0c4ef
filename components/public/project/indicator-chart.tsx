import { scaleLinear, scaleUtc } from "d3-scale";
import { line } from "d3-shape";
import { type Indicator, readingsInOrder } from "@/lib/domain/progress/progress";
import { lastDayOf } from "@/lib/domain/values/partial-date";

const width = 360;
const height = 170;
const edge = { top: 14, right: 12, bottom: 24, left: 52 };

type Point = { at: number; value: number };

/**
 * Shows the measured values as a line, and a dashed straight line from baseline to target, drawn on the server. It is
 * hidden from screen readers, because the table beside it says the same. Null when there is no line to draw.
 */
export function IndicatorChart({ indicator, locale }: { indicator: Indicator; locale: string }) {
  const measured = readingsInOrder(indicator).flatMap(({ on, value }) => pointOf(on, value));
  const way = [
    ...pointOf(indicator.baselineOn, indicator.baseline),
    ...pointOf(indicator.targetOn, indicator.target),
  ];
  const points = [...measured, ...way];
  const times = points.map((point) => point.at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (measured.length === 0 || first === last) return null;
  if (measured.length < 2 && way.length < 2) return null;

  const values = points.map((point) => point.value);
  const x = scaleUtc([first, last], [edge.left, width - edge.right]);
  const y = scaleLinear(
    [Math.min(...values), Math.max(...values)],
    [height - edge.bottom, edge.top],
  ).nice(3);
  const path = line<Point>(
    (point) => Math.round(x(point.at)),
    (point) => Math.round(y(point.value)),
  );
  const number = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  const year = (at: number) => String(new Date(at).getUTCFullYear());
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="w-full max-w-md">
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <path
            d={`M${edge.left} ${Math.round(y(tick))}H${width - edge.right}`}
            className="stroke-line"
          />
          <text
            x={edge.left - 6}
            y={Math.round(y(tick)) + 4}
            textAnchor="end"
            fontSize="12"
            className="fill-muted"
          >
            {number.format(tick)}
          </text>
        </g>
      ))}
      <text x={edge.left} y={height - 6} fontSize="12" className="fill-muted">
        {year(first)}
      </text>
      {year(first) !== year(last) && (
        <text
          x={width - edge.right}
          y={height - 6}
          textAnchor="end"
          fontSize="12"
          className="fill-muted"
        >
          {year(last)}
        </text>
      )}
      {way.length === 2 && (
        <path
          d={path(way) ?? ""}
          className="fill-none stroke-line-strong"
          strokeWidth="1.5"
          strokeDasharray="5 4"
        />
      )}
      <path d={path(measured) ?? ""} className="fill-none stroke-accent" strokeWidth="2" />
      {measured.map((point) => (
        <circle
          key={`${point.at} ${point.value}`}
          cx={Math.round(x(point.at))}
          cy={Math.round(y(point.value))}
          r="4"
          className="fill-accent stroke-white"
        />
      ))}
    </svg>
  );
}

function pointOf(on: string | null, value: number | null): Point[] {
  return on === null || value === null ? [] : [{ at: Date.parse(lastDayOf(on)), value }];
}
