import { diffFields } from "@/lib/domain/record/diff";
import { isEmpty } from "@/lib/domain/record/empty";
import { fieldSpecs } from "@/lib/domain/record/fields";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Day } from "@/lib/domain/values/day";

/**
 * An edition in the history of its record: the day from which it is valid, and the fields that differ from the edition
 * before.
 */
export type HistoryStep = { effectiveOn: Day; changedFields: string[] };

/** The ages of a record: when all of it was confirmed last, and since when each field has its value. */
export type Ages = {
  confirmedOn: Day;
  /** Returns the day from which the field has its present value; for a field that never changed, the first day. */
  sinceOf: (field: string) => Day;
};

/**
 * Returns the ages of a record's fields from its editions, newest first. Every edition holds the whole record, so the
 * newest one confirmed all of it. A field is as old as the edition that changed it last. Null without an edition.
 */
export function agesOf(history: HistoryStep[]): Ages | null {
  const [newest, oldest] = [history[0], history.at(-1)];
  if (!newest || !oldest) return null;
  const since = new Map<string, Day>();
  for (const { effectiveOn, changedFields } of history) {
    for (const field of changedFields) if (!since.has(field)) since.set(field, effectiveOn);
  }
  return {
    confirmedOn: newest.effectiveOn,
    sinceOf: (field) => since.get(field) ?? oldest.effectiveOn,
  };
}

/**
 * Returns the day since which all of these fields are unchanged: the day on which the last of them changed. Null when
 * that is the newest edition, because "confirmed as of" already shows that day.
 */
export function unchangedSince(ages: Ages | null, ...fields: string[]): Day | null {
  const last = ages && fields.map(ages.sinceOf).sort().at(-1);
  return last && last !== ages.confirmedOn ? last : null;
}

/** Returns the steps of a record's history from its editions, newest first. The oldest one has no known changes. */
export function historyOf(
  kind: RecordKind,
  editions: { effectiveOn: Day; fields: RecordFields }[],
): HistoryStep[] {
  return editions.map(({ effectiveOn, fields }, index) => {
    const before = editions[index + 1];
    return {
      effectiveOn,
      changedFields: before
        ? diffFields(kind, before.fields, fields).map((change) => change.field)
        : [],
    };
  });
}

/** The ages of a draft or a submission, compared with the public edition. */
export type ComparedAges = {
  /** The day on which the public edition was confirmed last. */
  confirmedOn: Day;
  /** For each filled field that equals the public edition: the day since which it is unchanged. */
  since: Record<string, Day>;
  /** True when every field equals the public edition. */
  isUnchanged: boolean;
};

/** Returns the ages of these fields, compared with a record's editions, newest first. Null while nothing is public. */
export function compareAges(
  kind: RecordKind,
  fields: RecordFields,
  editions: { effectiveOn: Day; fields: RecordFields }[],
): ComparedAges | null {
  const ages = agesOf(historyOf(kind, editions));
  const newest = editions[0];
  if (!ages || !newest) return null;
  const changed = new Set(diffFields(kind, newest.fields, fields).map((change) => change.field));
  const values = fields as Record<string, unknown>;
  const kept = fieldSpecs[kind]
    .map((spec) => spec.name)
    .filter((name) => !changed.has(name) && !isEmpty(values[name]));
  return {
    confirmedOn: ages.confirmedOn,
    since: Object.fromEntries(kept.map((name) => [name, ages.sinceOf(name)])),
    isUnchanged: changed.size === 0,
  };
}
