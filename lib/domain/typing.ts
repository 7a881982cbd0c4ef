import { byId, type Conflict, type Edit, isItems } from "@/lib/domain/merge";
import { isSame } from "@/lib/domain/same";

/** The values of a record's fields by name, the internal notes among them. */
export type Values = Record<string, unknown>;

/** A form in use: the values its writer saw, and the values they typed since that are not saved yet. */
export type Typing = { seen: Values; typed: Values };

/** A field that somebody else changed meanwhile, and who did when. */
export type NamedConflict = Conflict & { byName: string; at: string };

/** What came of a save: the draft as it is now, what was saved, and what somebody else had changed meanwhile. */
export type Saved = {
  fields: Values;
  savedFields: string[];
  conflicts: NamedConflict[];
  savedAt: string;
};

/** What a field of the form shows. */
export function valueIn({ seen, typed }: Typing, field: string): unknown {
  return Object.hasOwn(typed, field) ? typed[field] : seen[field];
}

/** What a save sends: every field whose typed value differs from the one seen. */
export function editsOf({ seen, typed }: Typing): Edit[] {
  return Object.entries(typed)
    .filter(([field, value]) => !isSame(seen[field], value))
    .map(([field, value]) => ({ field, seen: seen[field], value }));
}

/**
 * The form after a save was answered. What the server has becomes what was seen; what is in conflict, and what was
 * typed while the answer was on its way, stays typed and is never taken for seen.
 */
export function afterSave(typing: Typing, sent: Edit[], saved: Saved): Typing {
  const after: Typing = { seen: { ...saved.fields }, typed: {} };
  const inConflict = new Set(saved.conflicts.map((conflict) => conflict.field));
  for (const field of new Set([...Object.keys(typing.typed), ...sent.map((edit) => edit.field)])) {
    const edit = sent.find((candidate) => candidate.field === field);
    const value = valueIn(typing, field);
    if (edit && !inConflict.has(field) && isSame(edit.value, value)) continue;
    after.typed[field] = value;
    after.seen[field] =
      edit && !inConflict.has(field) ? rebased(edit, saved.fields[field]) : typing.seen[field];
  }
  return after;
}

/**
 * The value on which typing went on after an edit was sent: for the items of a list that the edit changed, what the
 * server made of them; for the others, what was seen, so that somebody else's change of them is still found.
 */
function rebased(edit: Edit, now: unknown): unknown {
  if (!isItems(edit.seen) || !isItems(edit.value) || !isItems(now)) return now;
  const { seen, value } = edit;
  return value.map((item) =>
    isSame(byId(seen, item.id), item) ? item : (byId(now, item.id) ?? item),
  );
}

/**
 * The value of a field in conflict once its writer chose a side. Of a list only the items that both changed follow
 * the choice; what only one of them changed is kept from both.
 */
export function settle(
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
