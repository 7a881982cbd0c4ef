import { markRadius } from "@/components/public/city/map-marks";
import type { Aggregate } from "@/lib/domain/progress/aggregate";

/** The state of a city's projects, as its mark on a map shows it. */
export const cityStates = ["completed", "listed", "none"] as const;
export type CityState = (typeof cityStates)[number];

export function mapStateOf({ total, byStage }: Pick<Aggregate, "total" | "byStage">): CityState {
  if (total === 0) return "none";
  return byStage.completed > 0 ? "completed" : "listed";
}

/** Shows a city on a map with its number. States differ in shape and darkness, never in hue alone. */
export function CityMark({
  x,
  y,
  state,
  text,
}: {
  x: number;
  y: number;
  state: CityState;
  text: string;
}) {
  return (
    <>
      <Shape x={x} y={y} radius={markRadius} state={state} />
      <text
        x={x}
        y={y + 5.5}
        textAnchor="middle"
        fontSize="16"
        className={`font-semibold ${state === "none" ? "fill-ink" : "fill-white"}`}
      >
        {text}
      </text>
    </>
  );
}

/** Shows a small mark of a state, for the key of a map and the list beside it. */
export function StateSwatch({ state }: { state: CityState }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 14 14" className="mr-1.5 inline-block size-3.5">
      <Shape x={7} y={7} radius={6} state={state} />
    </svg>
  );
}

function Shape({
  x,
  y,
  radius,
  state,
}: {
  x: number;
  y: number;
  radius: number;
  state: CityState;
}) {
  if (state === "completed") {
    // The square looks as large as the circle.
    const side = radius * 1.8;
    return (
      <rect
        x={x - side / 2}
        y={y - side / 2}
        width={side}
        height={side}
        className="fill-ink stroke-white"
      />
    );
  }
  return state === "listed" ? (
    <circle cx={x} cy={y} r={radius} className="fill-accent stroke-white" />
  ) : (
    <circle
      cx={x}
      cy={y}
      r={radius - 0.5}
      strokeDasharray="3 2"
      className="fill-white stroke-ink"
    />
  );
}
