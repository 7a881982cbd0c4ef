import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { sendJson } from "@/components/forms/ask";
import { useRefusalWords } from "@/components/forms/refusal-words";
import type { NamedConflict, Saved } from "@/lib/domain/record/typing";
import type { EditableColumn, ProjectRow } from "@/lib/domain/table/project-list";

/**
 * The state of an open control in a cell. `seen` is the value that the cell showed when it was opened, because the rows
 * may be refreshed while somebody types.
 */
export type Editing = { seen: string | null; text: string; isSaving: boolean; errors: string[] };

/** Returns the state of one cell: shown, being edited, or in conflict with a value that somebody else saved. */
export function useCellEdit(
  row: ProjectRow,
  column: EditableColumn,
  onSaved: (row: ProjectRow, change: Partial<ProjectRow>) => void,
) {
  const t = useTranslations("table.edit");
  const refusalWords = useRefusalWords();
  const id = useId();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [conflict, setConflict] = useState<(NamedConflict & { mine: string | null }) | null>(null);
  const [hasSaved, setHasSaved] = useState(false);
  // A control that closes may still report that it lost the focus.
  const isClosed = useRef(true);
  const shown = row[column];

  function close() {
    isClosed.current = true;
    setEditing(null);
  }

  function keep(value: unknown, saved: Pick<Saved, "savedAt">) {
    setHasSaved(true);
    // The draft now differs from the published content; the next refresh gives the exact state.
    const review = row.review === "published" ? "changed" : row.review;
    // The answer holds the field as its schema parsed it, in the type of this column.
    onSaved(row, { [column]: value, review, editedAt: saved.savedAt } as Partial<ProjectRow>);
  }

  async function put(value: string | null, seen: string | null) {
    const sent = await sendCell(row, column, value, seen);
    const failed = (errors: string[]) => {
      isClosed.current = false;
      setConflict(null);
      setEditing({ seen, text: value ?? "", isSaving: false, errors });
    };
    if ("failure" in sent) return failed([t(sent.failure)]);
    const { result } = sent;
    if (!result.ok) {
      const { text, details } = refusalWords(result.refusal);
      return failed(details.length > 0 ? details : [text]);
    }
    const [found] = result.value.conflicts;
    close();
    setConflict(found ? { ...found, mine: value } : null);
    if (!found) keep(result.value.fields[column], result.value);
  }

  return {
    id,
    editing,
    conflict,
    hasSaved,
    open() {
      isClosed.current = false;
      setHasSaved(false);
      setEditing({ seen: shown, text: shown ?? "", isSaving: false, errors: [] });
    },
    type: (text: string) =>
      setEditing((before) => before && { ...before, text, isSaving: false, errors: [] }),
    takeBack: close,
    /** Saves what is typed; does nothing when it equals the shown value or is being saved. */
    async save(text = editing?.text ?? "") {
      if (isClosed.current || !editing || editing.isSaving) return;
      const { seen } = editing;
      const value = text.trim() || null;
      if (value === seen) return close();
      setEditing({ seen, text, isSaving: true, errors: [] });
      await put(value, seen);
    },
    async resolveConflict(side: "mine" | "theirs") {
      if (!conflict) return;
      const { mine, theirs, at } = conflict;
      setConflict(null);
      if (side === "theirs") keep(theirs, { savedAt: at });
      // The schema of this column allows a text or null.
      else await put(mine, theirs as string | null);
    },
  };
}

function sendCell(
  row: ProjectRow,
  column: EditableColumn,
  value: string | null,
  seen: string | null,
) {
  return sendJson<Saved>(`/api/office/records/${row.id}/changes`, {
    key: crypto.randomUUID(),
    version: null,
    changes: [{ field: column, seen, value }],
  });
}
