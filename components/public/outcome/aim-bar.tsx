import { scaleLinear } from "d3-scale";
import type { Aim } from "@/lib/domain/progress/aims";

const [width, height] = [240, 24];
const middle = height / 2;

/**
 * Shows a target as a bar: the scale, a short line where it began, the way to the latest value with a point on it, and a
 * tall line for the target. The numbers stand beside it in words. Nothing without a target.
 */
export function AimBar({ baseline, value, latest }: Pick<Aim, "baseline" | "value" | "latest">) {
  if (value === null) return null;
  const points = [0, baseline, value, latest?.value ?? null].filter((point) => point !== null);
  const [from, to] = [Math.min(...points), Math.max(...points)];
  if (from === to) return null;
  const x = scaleLinear([from, to], [6, width - 6]);
  const at = (point: number) => Math.round(x(point) * 10) / 10;
  const start = at(baseline ?? 0);
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} className="h-6 w-60 max-w-full">
      <path
        d={`M4 ${middle}H${width - 4}`}
        className="stroke-line"
        strokeWidth="6"
        strokeLinecap="round"
      />
      {latest && (
        <path
          d={`M${start} ${middle}H${at(latest.value)}`}
          className="stroke-accent"
          strokeWidth="6"
        />
      )}
      {baseline !== null && <path d={`M${start} 6V18`} className="stroke-muted" strokeWidth="2" />}
      <path d={`M${at(value)} 1V23`} className="stroke-ink" strokeWidth="3" />
      {latest && (
        <circle
          cx={at(latest.value)}
          cy={middle}
          r="5"
          className="fill-accent stroke-white"
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}
