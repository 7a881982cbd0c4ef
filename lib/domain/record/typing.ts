import {
  byId,
  type Conflict,
  type Edit,
  isItems,
  listsOf,
  ownValues,
} from "@/lib/domain/record/merge";
import type { Issue } from "@/lib/domain/record/readiness";
import type { Item } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";
import { isKeptAlike } from "@/lib/domain/values/tidy";

/** The values of a record's fields by name, including the internal notes. */
export type Values = Record<string, unknown>;

/** The state of a form: the values that its writer saw, and the typed values that are not saved yet. */
export type Typing = { seen: Values; typed: Values };

/** A field that somebody else changed, with that person and the time. */
export type NamedConflict = Conflict & { byName: string; at: string };

/**
 * The result of a save: the saved fields, the conflicts, and the present draft. `fields` has the fields that were sent,
 * or all fields when the draft had changed since the version that the sender had.
 */
export type Saved = {
  version: number;
  fields: Values;
  savedFields: string[];
  /** For a save that was applied before and whose answer was lost: the value that each field got then. */
  written: Values;
  conflicts: NamedConflict[];
  savedAt: string;
  /** The issues of the draft. */
  issues: Issue[];
  /** The person who last changed each field, and when, if `fields` has all fields. */
  changes: Record<string, { byName: string; at: string }>;
};

/** The present draft on the server, for an open form. */
export type DraftNow = Pick<Saved, "version" | "fields" | "changes" | "issues">;

/** Returns the value that a field of the form shows. */
export function valueIn({ seen, typed }: Typing, field: string): unknown {
  return Object.hasOwn(typed, field) ? typed[field] : seen[field];
}

/** Returns the edits for a save: every field whose typed value differs from the one seen. */
export function unsavedEdits({ seen, typed }: Typing): Edit[] {
  return Object.entries(typed)
    .filter(([field, value]) => !isKeptAlike(seen[field], value))
    .map(([field, value]) => ({ field, seen: seen[field], value }));
}

/**
 * Returns the form after the answer to a save. The server's values become the seen ones. Fields in conflict, and values
 * typed while the answer was on its way, stay typed and never count as seen. When the save had been applied before and
 * its answer was lost, typing continued from the values that it was applied as, and later changes by others were not
 * seen either.
 */
export function afterSave(
  typing: Typing,
  sent: Edit[],
  saved: Pick<Saved, "fields" | "conflicts" | "written">,
): Typing {
  const now = { ...typing.seen, ...saved.fields };
  const after: Typing = { seen: { ...now }, typed: {} };
  const inConflict = new Set(saved.conflicts.map((conflict) => conflict.field));
  for (const field of new Set([...Object.keys(typing.typed), ...sent.map((edit) => edit.field)])) {
    const edit = sent.find((candidate) => candidate.field === field);
    const value = valueIn(typing, field);
    if (edit && !inConflict.has(field) && isSame(edit.value, value)) continue;
    after.typed[field] = value;
    after.seen[field] =
      edit && !inConflict.has(field)
        ? rebased(edit, Object.hasOwn(saved.written, field) ? saved.written[field] : now[field])
        : typing.seen[field];
  }
  return after;
}

/**
 * Returns the value from which typing continued after an edit was sent: for items of a list that the edit changed, the
 * server's result; for other items the value seen, so that changes by others are still found.
 */
function rebased(edit: { seen: unknown; value: unknown }, now: unknown): unknown {
  const { seen, value } = edit;
  if (!isItems(seen) || !isItems(value) || !isItems(now)) return now;
  return value.map((item) => rebasedItem(byId(seen, item.id), item, byId(now, item.id)));
}

function rebasedItem(seen: Item | null, item: Item, now: Item | null): Item {
  if (!now || isSame(seen, item)) return item;
  if (!seen) return now;
  const own = isSame(ownValues(seen), ownValues(item)) ? item : now;
  const lists = listsOf(item).map((name) => [
    name,
    rebased({ seen: seen[name], value: item[name] }, now[name]),
  ]);
  return { ...ownValues(own), ...Object.fromEntries(lists) };
}

/**
 * Returns the value of a field in conflict after its writer chose a side. In a list only the items that both changed
 * follow the choice; changes of one person are kept from both.
 */
export function resolveConflict(
  { seen, mine, theirs }: { seen: unknown; mine: unknown; theirs: unknown },
  keep: "mine" | "theirs",
): unknown {
  const [kept, other] = keep === "mine" ? [mine, theirs] : [theirs, mine];
  if (!isItems(seen) || !isItems(mine) || !isItems(theirs)) return kept;
  if (!isItems(kept) || !isItems(other)) return kept;
  const ids = new Set([...kept, ...other].map((item) => item.id));
  return [...ids].flatMap((id) => {
    const [was, my, their] = [byId(seen, id), byId(mine, id), byId(theirs, id)];
    if (isSame(was, their)) return my ?? [];
    return isSame(was, my) ? (their ?? []) : (byId(kept, id) ?? []);
  });
}
