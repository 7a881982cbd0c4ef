import { type ScaleTime, scaleUtc } from "d3-scale";
import { useTranslations } from "next-intl";
import { ChartFigure, chartWidth } from "@/components/charts/chart-figure";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { DatedSteps, Promised } from "@/lib/domain/progress/promises";
import type { PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";
import { firstDayOf, lastDayOf } from "@/lib/domain/values/partial-date";

/** The top of the first row and the distance between rows, in units of the chart. */
const top = 34;
const rowHeight = 44;
/** A label of half a year fits on both sides. */
const edge = { left: 16, right: 16 };

/**
 * Shows a project in time, drawn on the server: the days of its editions, the dates of its milestones, and the planned
 * end in each edition. The tables below say the same. Null when everything is on one day.
 */
export function ProjectChart({
  context,
  history,
  promises,
  startsOn,
}: {
  context: PageContext;
  /** The project's editions, oldest first. */
  history: DatedSteps[];
  promises: Promised[];
  startsOn: string | null;
}) {
  const t = useTranslations();
  const summary = useSummary(context, history, promises);
  const steps = promises
    .filter(({ of }) => of === "milestone")
    .map((promise) => ({ promise, day: lastDayOf(promise.due) }));
  const ends = [...new Set(history.flatMap(({ endsOn }) => (endsOn ? lastDayOf(endsOn) : [])))];
  const days = [
    ...history.map((edition) => edition.effectiveOn),
    ...steps.map(({ day }) => day),
    ...ends,
    ...(startsOn ? [firstDayOf(startsOn)] : []),
  ].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (history.length === 0 || !first || !last || first === last) return null;
  const shown = [true, steps.length > 0, ends.length > 0];
  const rowAt = (row: number) => top + rowHeight * shown.slice(0, row).filter(Boolean).length;
  const height = rowAt(shown.length) - rowHeight + 36;
  const x = scaleUtc([Date.parse(first), Date.parse(last)], [edge.left, chartWidth - edge.right]);
  const at = (day: Day) => Math.round(x(Date.parse(day)));
  return (
    <ChartFigure
      id="chart-project"
      title={t("promises.chart.title")}
      summary={summary}
      height={height}
    >
      <Years x={x} height={height} />
      <Row name={t("public.project.history")} y={rowAt(0)}>
        {history.map(({ effectiveOn }, index) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: two editions may hold from one day
            key={index}
            d={`M${at(effectiveOn)} ${rowAt(0) - 7}v14`}
            className="stroke-ink"
            strokeWidth="3"
          />
        ))}
      </Row>
      {steps.length > 0 && (
        <Row name={t("public.project.milestones")} y={rowAt(1)}>
          {steps.map(({ promise, day }) => (
            <Step key={promise.id} x={at(day)} y={rowAt(1)} kind={promise.outcome.kind} />
          ))}
        </Row>
      )}
      {ends.length > 0 && (
        <Row name={t("public.project.ends")} y={rowAt(2)}>
          {ends.map((day, index) => (
            <path
              key={day}
              d={`M${at(day)} ${rowAt(2) - 6}l6 6l-6 6l-6 -6z`}
              className={
                index === ends.length - 1
                  ? "fill-accent stroke-accent"
                  : "fill-white stroke-line-strong"
              }
            />
          ))}
        </Row>
      )}
    </ChartFigure>
  );
}

/** Returns a sentence about the editions of a project, and about its delay if there is one. */
function useSummary(context: PageContext, history: DatedSteps[], promises: Promised[]): string {
  const t = useTranslations();
  const [oldest, newest] = [history[0], history.at(-1)];
  if (!oldest || !newest) return "";
  const date = (day: string) => formatPartialDate(day, context.locale);
  const end = promises.find(({ of }) => of === "end");
  const slip = end?.move && end.move.months > 0 ? end.move : null;
  const sentences = [
    t("promises.chart.summary", {
      editions: history.length,
      first: date(oldest.effectiveOn),
      last: date(newest.effectiveOn),
    }),
    slip &&
      t("promises.chart.slipped", {
        from: date(slip.from),
        to: date(slip.to),
        months: slip.months,
      }),
  ];
  return sentences.filter(Boolean).join(" ");
}

function Years({ x, height }: { x: ScaleTime<number, number>; height: number }) {
  return x
    .ticks(5)
    .filter(isNewYear)
    .map((tick) => (
      <g key={tick.getTime()}>
        <path d={`M${Math.round(x(tick)) + 0.5} 8V${height - 20}`} className="stroke-line" />
        <text
          x={Math.round(x(tick))}
          y={height - 5}
          fontSize="12"
          textAnchor="middle"
          className="fill-muted"
        >
          {tick.getUTCFullYear()}
        </text>
      </g>
    ));
}

/** Returns true at the beginning of a year: over a short time a year has several ticks and is named once. */
function isNewYear(tick: Date): boolean {
  return tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;
}

function Row({ name, y, children }: { name: string; y: number; children: React.ReactNode }) {
  return (
    <g>
      <path
        d={`M${edge.left} ${y + 0.5}H${chartWidth - edge.right}`}
        className="stroke-line-strong"
      />
      <text
        x={edge.left}
        y={y - 14}
        fontSize="12"
        className="fill-muted stroke-white"
        paintOrder="stroke"
        strokeWidth="4"
      >
        {name}
      </text>
      {children}
    </g>
  );
}

/** Shows a milestone by its outcome: a full circle, a triangle when it is late, otherwise an empty circle. */
function Step({ x, y, kind }: { x: number; y: number; kind: Promised["outcome"]["kind"] }) {
  if (kind === "late")
    return <path d={`M${x} ${y - 7}l7 12h-14z`} className="fill-warning stroke-white" />;
  return (
    <circle
      cx={x}
      cy={y}
      r="5"
      className={kind === "done" ? "fill-accent stroke-white" : "fill-white stroke-accent"}
    />
  );
}
