import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { sendJson } from "@/components/forms/ask";
import { useRefusalWords } from "@/components/forms/refusal-words";
import type { NamedConflict, Saved } from "@/lib/domain/record/typing";
import type { EditableColumn, ProjectRow } from "@/lib/domain/table/project-list";

/**
 * A control that is open in a cell. `seen` is what the cell showed when it was opened: the rows may be read again
 * meanwhile, and what somebody else saved by then was not seen by whoever types here.
 */
export type Editing = { seen: string | null; text: string; isSaving: boolean; errors: string[] };

/** Returns what one cell is doing: shown, being edited, or in conflict with what somebody else saved. */
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
    // What was public as it stood differs now; the next page that is read says so exactly.
    const review = row.review === "published" ? "changed" : row.review;
    // The answer holds the field as its schema read it: this column's kind.
    onSaved(row, { [column]: value, review, editedAt: saved.savedAt } as Partial<ProjectRow>);
  }

  async function put(value: string | null, seen: string | null) {
    const sent = await sendJson<Saved>(`/api/office/records/${row.id}/changes`, {
      key: crypto.randomUUID(),
      version: null,
      changes: [{ field: column, seen, value }],
    });
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
    /** Sends what is typed; nothing where it says what is shown, or where it is on its way. */
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
      // Read by the schema of this column, which holds a text or nothing.
      else await put(mine, theirs as string | null);
    },
  };
}
