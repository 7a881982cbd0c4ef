import { diffFields } from "@/lib/domain/record/diff";
import { isEmpty } from "@/lib/domain/record/empty";
import { fieldSpecs } from "@/lib/domain/record/fields";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Day } from "@/lib/domain/values/day";

/** An edition as its record's history tells it: the day it holds from, and what it changed against the one before. */
export type HistoryStep = { effectiveOn: Day; changedFields: string[] };

/** How old what a record says is: when all of it was confirmed last, and since when each field says the same. */
export type Ages = {
  confirmedOn: Day;
  /** The day from which the field says what it says now; of a field that never changed, the first one. */
  sinceOf: (field: string) => Day;
};

/**
 * The ages of a record's fields from its editions, newest first. Every edition says all of a record again, so the
 * newest one confirmed all of it; a field is as old as the edition that changed it last. Null without an edition.
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
 * Since when all of these fields say the same: since the last of them changed. Null where that is the newest edition
 * itself, because then there is nothing to say that "confirmed as of" does not say.
 */
export function unchangedSince(ages: Ages | null, ...fields: string[]): Day | null {
  const last = ages && fields.map(ages.sinceOf).sort().at(-1);
  return last && last !== ages.confirmedOn ? last : null;
}

/** The steps of a record's history from its editions, newest first. The oldest one changed nothing that is known. */
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

/** A draft or a submission beside what is public. */
export type ComparedAges = {
  /** When what is public was confirmed last. */
  confirmedOn: Day;
  /** Of each field that holds something and says what is public: since when. */
  since: Record<string, Day>;
  /** Whether it says nothing else than what is public. */
  isUnchanged: boolean;
};

/** How old is what these fields say, beside a record's editions, newest first. Null while nothing is public. */
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
