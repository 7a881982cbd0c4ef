/** Runs some work repeatedly and returns how long each run took in milliseconds. */
export async function timesOf(runs, work) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    await work(run);
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** Prints one figure as a line of JSON: percentiles in milliseconds, and more values such as a target. */
export function printFigure(figure, times, more = {}) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (fraction) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))]);
  const { length: runs } = sorted;
  console.log(JSON.stringify({ figure, runs, p50Ms: at(0.5), p95Ms: at(0.95), ...more }));
}

function round(milliseconds) {
  return Math.round(milliseconds * 10) / 10;
}
