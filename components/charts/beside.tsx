/** Shows a chart with its table beside it, or below it on a narrow screen. */
export function Beside({ chart, children }: { chart: React.ReactNode; children: React.ReactNode }) {
  if (chart === null) return children;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
      {chart}
      <div>{children}</div>
    </div>
  );
}
