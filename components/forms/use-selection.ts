import { useState } from "react";

/** So many rows are taken at once. */
export const maxSelected = 100;

/**
 * The rows that are chosen, on this page and on those turned before, in the order in which they were. None once other
 * rows are asked for: what is no longer in sight is not to be done with the rest.
 */
export function useSelection<R extends { id: string }>(asked: string) {
  const [kept, setKept] = useState<{ asked: string; selected: ReadonlyMap<string, R> }>({
    asked,
    selected: new Map(),
  });
  const selected = kept.asked === asked ? kept.selected : new Map<string, R>();
  return {
    selected,
    select(rows: R[], isSelected: boolean) {
      const next = new Map(selected);
      for (const row of rows) {
        if (!isSelected) next.delete(row.id);
        else if (next.size < maxSelected) next.set(row.id, row);
      }
      setKept({ asked, selected: next });
    },
    clearSelection: () => setKept({ asked, selected: new Map() }),
  };
}
