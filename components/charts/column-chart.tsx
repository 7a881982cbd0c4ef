import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import { ChartFigure, chartWidth } from "@/components/charts/chart-figure";
import { Block, BlockNumber, type ChartRow, type Stacked } from "@/components/charts/look";
import { rowTotal } from "@/components/charts/total";

const height = 240;
const edge = { top: 18, bottom: 24, left: 34 };

/** Shows vertical columns in order of time, each with its number above it and a part for each series. */
export function ColumnChart({ id, title, summary, series, rows, formatNumber }: Stacked) {
  const x = scaleBand(
    rows.map((row) => row.key),
    [edge.left, chartWidth],
  ).padding(0.25);
  const y = scaleLinear(
    [0, Math.max(1, ...rows.map(rowTotal))],
    [height - edge.bottom, edge.top],
  ).nice(4);
  const layers = stack<ChartRow>()
    .keys(series.map(({ key }) => key))
    .value((row, key) => row.values[key] ?? 0)(rows);
  return (
    <ChartFigure id={id} title={title} summary={summary} height={height} series={series}>
      {/* The axis has whole numbers only, because projects are counted. */}
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick} fontSize="12" className="fill-muted">
            <path
              d={`M${edge.left} ${Math.round(y(tick)) + 0.5}H${chartWidth}`}
              className="stroke-line"
            />
            <text x={edge.left - 6} y={Math.round(y(tick)) + 4} textAnchor="end">
              {formatNumber(tick)}
            </text>
          </g>
        ))}
      {rows.map((row, index) => {
        const left = x(row.key) ?? 0;
        const middle = left + x.bandwidth() / 2;
        return (
          <g key={row.key} fontSize="13" className="fill-ink" textAnchor="middle">
            {series.map(({ key, look }, layer) => {
              const [from = 0, to = 0] = layers[layer]?.[index] ?? [];
              if (to <= from) return null;
              const box = { x: left, y: y(to), width: x.bandwidth(), height: y(from) - y(to) };
              return (
                <g key={key}>
                  <Block {...box} look={look} />
                  <BlockNumber {...box} look={look} text={formatNumber(to - from)} />
                </g>
              );
            })}
            <text x={middle} y={y(rowTotal(row)) - 5} className="font-semibold">
              {formatNumber(rowTotal(row))}
            </text>
            <text x={middle} y={height - 6}>
              {row.label}
            </text>
          </g>
        );
      })}
    </ChartFigure>
  );
}
