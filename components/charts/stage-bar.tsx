import { Block } from "@/components/charts/look";
import { stageLooks } from "@/components/charts/stage-series";
import { type Stage, stages } from "@/lib/domain/record/project";

const width = 200;
const height = 14;

/**
 * Shows the numbers by stage as one small bar in a table; `max` is the number for the full width. It is hidden from
 * screen readers, because the numbers stand beside it.
 */
export function StageBar({ counts, max }: { counts: Record<Stage, number>; max: number }) {
  const step = width / Math.max(1, max);
  let x = 0;
  const parts = stages.map((stage) => {
    const from = x;
    x += counts[stage] * step;
    return { stage, from, long: counts[stage] * step };
  });
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} className="h-3.5 w-50">
      {parts
        .filter(({ long }) => long > 0)
        .map(({ stage, from, long }) => (
          <Block
            key={stage}
            x={from}
            y={0}
            width={Math.max(1, long)}
            height={height}
            look={stageLooks[stage]}
          />
        ))}
    </svg>
  );
}
