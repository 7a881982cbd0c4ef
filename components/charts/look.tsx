/** The pattern of a part of a chart. Parts differ in pattern and darkness, never only in hue. */
export type Look = "striped" | "solid" | "lined" | "hollow";

/** One series: the part that each bar of a chart has of it. */
export type Series = { key: string; name: string; look: Look };

/** One bar of a chart: its label, and its value for each series. */
export type ChartRow = { key: string; label: string; values: Record<string, number> };

/** The props of every chart with stacked parts. */
export type Stacked = {
  id: string;
  title: string;
  summary: string;
  series: Series[];
  rows: ChartRow[];
  formatNumber: (value: number) => string;
};

const paints: Record<Look, string> = {
  striped: "fill-white stroke-accent",
  solid: "fill-accent stroke-accent",
  lined: "fill-ink stroke-ink",
  hollow: "fill-white stroke-line-strong",
};

type Box = { x: number; y: number; width: number; height: number };

/**
 * Shows a part of a bar. The pattern is drawn line by line, because a pattern that is referenced by id would need a
 * unique id in each chart.
 */
export function Block({ look, ...box }: Box & { look: Look }) {
  const inner = {
    x: round(box.x + 0.5),
    y: round(box.y + 0.5),
    width: round(Math.max(0.5, box.width - 1)),
    height: round(Math.max(0.5, box.height - 1)),
  };
  return (
    <>
      <rect
        {...inner}
        className={paints[look]}
        strokeDasharray={look === "hollow" ? "3 2" : undefined}
      />
      {look === "striped" && <path d={upright(inner)} className="stroke-accent" />}
      {look === "lined" && <path d={level(inner)} className="stroke-white" strokeOpacity="0.6" />}
    </>
  );
}

/** Shows the number within a part, if it fits. */
export function BlockNumber({ look, text, ...box }: Box & { look: Look; text: string }) {
  const isDark = look === "solid" || look === "lined";
  if (box.width < text.length * 7 + 6 || box.height < 14) return null;
  return (
    <text
      x={round(box.x + box.width / 2)}
      y={round(box.y + box.height / 2 + 4)}
      textAnchor="middle"
      fontSize="12"
      // The outline keeps the pattern away from the digits.
      paintOrder="stroke"
      strokeWidth="5"
      strokeLinejoin="round"
      className={`font-semibold ${isDark ? "fill-white" : "fill-ink"} ${edges[look]}`}
    >
      {text}
    </text>
  );
}

const edges: Record<Look, string> = {
  striped: "stroke-white",
  solid: "stroke-accent",
  lined: "stroke-ink",
  hollow: "stroke-white",
};

/** Shows a square with a look, for the key of a chart and the headings of tables. */
export function Swatch({ look }: { look: Look }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 14 14" className="mr-1.5 inline-block size-3.5">
      <Block x={0} y={0} width={14} height={14} look={look} />
    </svg>
  );
}

function upright({ x, y, width, height }: Box) {
  return lines(width, (at) => `M${round(x + at)} ${y}v${height}`);
}

function level({ x, y, width, height }: Box) {
  return lines(height, (at) => `M${x} ${round(y + at)}h${width}`);
}

/** Returns a line every four units, without the edges. */
function lines(length: number, draw: (at: number) => string) {
  const count = Math.max(0, Math.ceil(length / 4) - 1);
  return Array.from({ length: count }, (_, index) => draw((index + 1) * 4)).join("");
}

function round(value: number) {
  return Math.round(value * 10) / 10;
}
