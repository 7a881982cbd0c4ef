import { scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import { ChartFigure, chartWidth } from "@/components/charts/chart-figure";
import { Block, BlockNumber, type ChartRow, type Stacked } from "@/components/charts/look";
import { rowTotal } from "@/components/charts/total";

const lineHeight = 20;
const barHeight = 20;
const gap = 12;

/**
 * Shows horizontal bars, one below the other, each with its name above it, its number at the end, and a part for each
 * series.
 */
export function BarChart({
  id,
  title,
  summary,
  series,
  rows,
  formatNumber,
  hasKey = true,
}: Stacked & {
  /** False when each bar has one part only and needs no key. */
  hasKey?: boolean;
}) {
  const x = scaleLinear([0, Math.max(1, ...rows.map(rowTotal))], [0, chartWidth]);
  const layers = stack<ChartRow>()
    .keys(series.map(({ key }) => key))
    .value((row, key) => row.values[key] ?? 0)(rows);
  const topOf = (index: number) => index * (lineHeight + barHeight + gap);
  return (
    <ChartFigure
      id={id}
      title={title}
      summary={summary}
      height={topOf(rows.length) - gap + 1}
      series={hasKey ? series : []}
    >
      {rows.map((row, index) => (
        <g key={row.key} fontSize="13" className="fill-ink">
          <text x="0" y={topOf(index) + 14}>
            {row.label}
          </text>
          <text x={chartWidth} y={topOf(index) + 14} textAnchor="end" className="font-semibold">
            {formatNumber(rowTotal(row))}
          </text>
          <path
            d={`M0.5 ${topOf(index) + lineHeight}v${barHeight}`}
            className="stroke-line-strong"
          />
          {series.map(({ key, look }, layer) => {
            const [from = 0, to = 0] = layers[layer]?.[index] ?? [];
            if (to <= from) return null;
            const box = {
              x: x(from),
              y: topOf(index) + lineHeight,
              width: x(to) - x(from),
              height: barHeight,
            };
            return (
              <g key={key}>
                <Block {...box} look={look} />
                {hasKey && <BlockNumber {...box} look={look} text={formatNumber(to - from)} />}
              </g>
            );
          })}
        </g>
      ))}
    </ChartFigure>
  );
}
