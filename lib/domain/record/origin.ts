import type { FieldChange } from "@/lib/domain/record/diff";
import type { FieldName } from "@/lib/domain/record/fields";

/** Whose words an edition holds: read by the tracker from documents, or stated by the city. */
export const editionOrigins = ["documents", "city"] as const;
export type EditionOrigin = (typeof editionOrigins)[number];

/**
 * Divides the changed fields of an edition: `described` are those to which an edition that the tracker read from
 * documents only adds what was not there before, so that nothing that had been said changed; `changed` are the others.
 * Of an edition that a city stated, all fields are changed.
 */
export function divideChanges(
  origin: EditionOrigin,
  changes: FieldChange[],
): { changed: FieldName[]; described: FieldName[] } {
  const isDescribed = (change: FieldChange) => origin === "documents" && isAddition(change);
  return {
    changed: changes.filter((change) => !isDescribed(change)).map(({ field }) => field),
    described: changes.filter(isDescribed).map(({ field }) => field),
  };
}

/** Returns true for a field that was empty before, and for a list whose earlier entries all stay as they were. */
function isAddition(change: FieldChange): boolean {
  if (change.kind === "list") {
    return !change.isReordered && change.items.every(({ kind }) => kind === "added");
  }
  const { before } = change;
  return before === null || before === "" || (Array.isArray(before) && before.length === 0);
}
