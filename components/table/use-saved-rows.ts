import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import type { ProjectRow } from "@/lib/domain/table/project-list";

/**
 * Returns the rows of a page with the values that were saved in their cells since. Rows keep their position until the
 * query changes, also when they are refreshed after a save, because a row that moves while somebody edits it is lost.
 */
export function useSavedRows(rows: ProjectRow[], asked: string) {
  const router = useRouter();
  const [saved, setSaved] = useState<Record<string, Partial<ProjectRow>>>({});
  const [page, setPage] = useState({ asked, read: rows, shown: rows });
  if (page.read !== rows) {
    setPage({ asked, read: rows, shown: page.asked === asked ? inPlace(page.shown, rows) : rows });
    setSaved((before) => newerThan(rows, before));
  }
  const onSaved = useCallback(
    (row: ProjectRow, change: Partial<ProjectRow>) => {
      setSaved((before) => ({ ...before, [row.id]: { ...before[row.id], ...change } }));
      // The server computes what follows from it, such as the review state.
      router.refresh();
    },
    [router],
  );
  const shown = useMemo(
    () => page.shown.map((row) => ({ ...row, ...saved[row.id] })),
    [page.shown, saved],
  );
  return { rows: shown, onSaved };
}

/** Returns the rows in their shown order; those that no longer match stay until the query changes. */
function inPlace(shown: ProjectRow[], read: ProjectRow[]): ProjectRow[] {
  const known = new Set(shown.map((row) => row.id));
  return [
    ...shown.map((row) => read.find(({ id }) => id === row.id) ?? row),
    ...read.filter((row) => !known.has(row.id)),
  ];
}

/** Returns the values that were saved after these rows were read. */
function newerThan(rows: ProjectRow[], saved: Record<string, Partial<ProjectRow>>) {
  return Object.fromEntries(
    Object.entries(saved).filter(([id, change]) => {
      const row = rows.find((each) => each.id === id);
      return !row || (change.editedAt ?? "") > row.editedAt;
    }),
  );
}
