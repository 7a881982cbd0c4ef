import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import type { ProjectRow } from "@/lib/domain/table/project-list";

/**
 * Returns the rows of a page with what was saved in their cells since. They stay where they are until something else is
 * asked for, also when they are read again after a save: a row that moves from under the hands that edit it is lost.
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
      // What follows from it, such as how the project stands to what is public, the server says.
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

/**
 * Returns the rows in the order they are shown in; those that no longer belong here stay until something else is asked
 * for.
 */
function inPlace(shown: ProjectRow[], read: ProjectRow[]): ProjectRow[] {
  const known = new Set(shown.map((row) => row.id));
  return [
    ...shown.map((row) => read.find(({ id }) => id === row.id) ?? row),
    ...read.filter((row) => !known.has(row.id)),
  ];
}

/** Returns what was saved after these rows were read. */
function newerThan(rows: ProjectRow[], saved: Record<string, Partial<ProjectRow>>) {
  return Object.fromEntries(
    Object.entries(saved).filter(([id, change]) => {
      const row = rows.find((each) => each.id === id);
      return !row || (change.editedAt ?? "") > row.editedAt;
    }),
  );
}
