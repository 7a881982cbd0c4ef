import { useState } from "react";

/** The maximum number of selected rows. */
export const maxSelected = 100;

/**
 * Returns the selected rows of this and earlier pages, in the order in which they were selected. The selection is empty
 * after the filters change, so that an action never includes rows that are out of sight.
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
