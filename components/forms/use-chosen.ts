import { useState } from "react";

/** So many rows are taken at once. */
export const mostChosen = 100;

/**
 * The rows that are chosen, on this page and on those turned before, in the order in which they were. None once other
 * rows are asked for: what is no longer in sight is not to be done with the rest.
 */
export function useChosen<R extends { id: string }>(asked: string) {
  const [kept, setKept] = useState<{ asked: string; chosen: ReadonlyMap<string, R> }>({
    asked,
    chosen: new Map(),
  });
  const chosen = kept.asked === asked ? kept.chosen : new Map<string, R>();
  return {
    chosen,
    choose(rows: R[], isChosen: boolean) {
      const next = new Map(chosen);
      for (const row of rows) {
        if (!isChosen) next.delete(row.id);
        else if (next.size < mostChosen) next.set(row.id, row);
      }
      setKept({ asked, chosen: next });
    },
    chooseNone: () => setKept({ asked, chosen: new Map() }),
  };
}
