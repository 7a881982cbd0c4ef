import "server-only";
import type { Tx } from "@/lib/db/client";
import { writeDraft } from "@/lib/db/drafts";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import type { LockedRecord } from "@/lib/db/locks";
import { ownCityIds, type SignedIn } from "@/lib/domain/people/actor";
import { answerIds, answersIn } from "@/lib/domain/record/answers";
import { contradictions } from "@/lib/domain/record/contradictions";
import { type Changes, parseChanges } from "@/lib/domain/record/draft";
import { filesNamedIn } from "@/lib/domain/record/file";
import { choosesTerms, unknownTerms } from "@/lib/domain/record/framework";
import { type Conflict, type Edit, mergeEdits } from "@/lib/domain/record/merge";
import type { PlanFields } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";
import { parseFields, type RecordFields } from "@/lib/domain/record/record";
import type { Values } from "@/lib/domain/record/typing";
import { refuse } from "@/lib/domain/result/result";
import type { FieldError } from "@/lib/domain/values/field-error";

/**
 * Parses requested changes with the schemas of their fields. Refuses `invalid`, by field and item, when a value is not
 * well-formed or refers to something this actor cannot use (`findUnknownReferences`).
 */
export async function readEdits(
  tx: Tx,
  actor: SignedIn,
  record: LockedRecord,
  changes: Changes,
): Promise<Edit[]> {
  const { edits, errors } = parseChanges(record.kind, changes);
  const wrong = { ...errors, ...(await findUnknownReferences(tx, actor, record, edits)) };
  if (Object.keys(wrong).length > 0) refuse({ code: "invalid", fields: wrong });
  return edits;
}

/** The result of edits: the new draft, the changed fields, and the conflicts with what somebody else had changed. */
export type DraftChanged = {
  version: number;
  fields: Values;
  applied: { field: string; before: unknown; after: unknown }[];
  conflicts: Conflict[];
  /** For a repeated save: the value that each field got when the save was first applied. */
  written: Values;
};

/**
 * Applies parsed edits to a locked record's draft; every change of a draft comes through here. Each changed field
 * becomes a row of its history. Under one save id every field changes once: fields that a repeated save changed already
 * are left out. Refuses `invalid` when the fields contradict each other, and `not_found` for an id that is another
 * person's or another record's save.
 */
export async function changeDraft(
  tx: Tx,
  record: LockedRecord,
  edits: Edit[],
  save: { id: string; byId: string; at: Date },
): Promise<DraftChanged> {
  const changed = merge(record, edits);
  const isAll = changed.applied.length === edits.length;
  // Nearly every save is new and applies completely, so its row is written in one statement with the draft's.
  if (isAll && (await write(tx, record, changed, { ...save, isNew: true }))) {
    return { ...changed, version: record.draft.version + 1, written: {} };
  }
  const before = await findSave(tx, record.id, save);
  const written = before ?? {};
  const rest = merge(
    record,
    edits.filter((edit) => !Object.hasOwn(written, edit.field)),
  );
  if (rest.applied.length === 0) return { ...rest, version: record.draft.version, written };
  await write(tx, record, rest, { ...save, isNew: before === null });
  return { ...rest, version: record.draft.version + 1, written };
}

type Merged = ReturnType<typeof mergeEdits>;

/** Returns the draft with these edits. Refuses `invalid` when its fields would contradict each other. */
function merge(record: LockedRecord, edits: Edit[]): Merged {
  const merged = mergeEdits(currentValues(record), edits);
  const errors = contradictions(
    merged.fields,
    merged.applied.map((change) => change.field),
  );
  if (Object.keys(errors).length > 0) refuse({ code: "invalid", fields: errors });
  return merged;
}

/** Returns false, and writes nothing, when a save expected to be new is stored already. */
function write(
  tx: Tx,
  record: LockedRecord,
  { fields, applied }: Merged,
  save: { id: string; byId: string; at: Date; isNew: boolean },
): Promise<boolean> {
  const { internalNotes, ...published } = fields;
  return writeDraft(tx, {
    recordId: record.id,
    kind: record.kind,
    version: record.draft.version + 1,
    // mergeEdits returns the fields of a record of this kind; `writeDraft` checks it.
    fields: published as RecordFields,
    internalNotes: String(internalNotes),
    changes: applied,
    save,
  });
}

/** Returns the values of a locked record's draft by field, with the internal notes. */
export function currentValues(record: LockedRecord): Values {
  return {
    ...parseFields(record.kind, record.draft.content),
    internalNotes: record.draft.internalNotes,
  };
}

/** Returns the values that this save gave its fields when it was sent before; null when it is not stored. */
async function findSave(
  tx: Tx,
  recordId: string,
  { id, byId }: { id: string; byId: string },
): Promise<Values | null> {
  const save = await tx.save.findUnique({
    where: { id },
    select: { recordId: true, byId: true, changes: { select: { field: true, after: true } } },
  });
  if (!save) return null;
  if (save.recordId !== recordId || save.byId !== byId) refuse({ code: "not_found" });
  return Object.fromEntries(save.changes.map(({ field, after }) => [field, after]));
}

/**
 * Checks references in edits and returns field errors for terms outside the plan's framework, for projects that are
 * neither public nor of one of the actor's cities, for files that were not uploaded to this record, and for what answers a
 * target but is no indicator or milestone of the plan's projects. References that the draft has already may stay.
 */
async function findUnknownReferences(
  tx: Tx,
  actor: SignedIn,
  record: LockedRecord,
  edits: Edit[],
): Promise<Record<string, FieldError[]>> {
  const choosing = edits.filter((edit) => choosesTerms(edit.field));
  const relating = edits.find((edit) => edit.field === "relatedProjects");
  const proving = edits.find((edit) => edit.field === "evidence");
  const answering = edits.find((edit) => edit.field === "strategicTargets");
  const errors: Record<string, FieldError[]> = {};
  if (choosing.length > 0) {
    const framework = await getFrameworkTerms(tx, { id: record.frameworkId });
    for (const edit of choosing)
      Object.assign(errors, unknownTerms(framework, edit.field, edit.value));
  }
  // The schemas of the fields have parsed the values.
  if (relating)
    Object.assign(errors, await unknownProjects(tx, actor, record, relating.value as Related));
  if (proving) Object.assign(errors, await unknownFiles(tx, record, proving.value as Evidence));
  if (answering)
    Object.assign(errors, await unknownAnswers(tx, record, answering.value as Targets));
  return errors;
}

type Targets = PlanFields["strategicTargets"];

async function unknownAnswers(
  tx: Tx,
  record: LockedRecord,
  targets: Targets,
): Promise<Record<string, FieldError[]>> {
  const known = new Set(answerIds(parseFields("plan", record.draft.content)));
  const named = targets.flatMap(({ id, indicator, milestone }) => [
    { field: `strategicTargets.${id}.indicator`, list: "indicator_of" as const, answer: indicator },
    { field: `strategicTargets.${id}.milestone`, list: "milestone_of" as const, answer: milestone },
  ]);
  const fresh = named.filter(({ answer }) => answer !== null && !known.has(answer));
  if (fresh.length === 0) return {};
  const projects = await tx.draft.findMany({
    where: { record: { project: { planId: record.id } } },
    select: { content: true },
  });
  const answers = answersIn(projects.map(({ content }) => parseFields("project", content)));
  return Object.fromEntries(
    fresh
      .filter(({ list, answer }) => !answers[list].some(({ id }) => id === answer))
      .map(({ field }) => [field, [{ key: "unknown_answer" }]]),
  );
}

type Related = ProjectFields["relatedProjects"];

async function unknownProjects(
  tx: Tx,
  actor: SignedIn,
  record: LockedRecord,
  related: Related,
): Promise<Record<string, FieldError[]>> {
  const named = parseFields("project", record.draft.content).relatedProjects;
  const known = new Set<string | null>([null, ...named.map((item) => item.project)]);
  const fresh = related.filter((item) => !known.has(item.project));
  if (fresh.length === 0) return {};
  const found = await tx.record.findMany({
    where: {
      id: { in: fresh.flatMap((item) => item.project ?? []) },
      kind: "project",
      NOT: { id: record.id },
      OR: [{ cityId: { in: ownCityIds(actor) } }, { editions: { some: {} } }],
    },
    select: { id: true },
  });
  const isFound = new Set(found.map((each) => each.id));
  return Object.fromEntries(
    fresh
      .filter((item) => item.project !== null && !isFound.has(item.project))
      .map((item) => [`relatedProjects.${item.id}.project`, [{ key: "unknown_project" }]]),
  );
}

type Evidence = ProjectFields["evidence"];

async function unknownFiles(
  tx: Tx,
  record: LockedRecord,
  evidence: Evidence,
): Promise<Record<string, FieldError[]>> {
  const known = new Set(filesNamedIn(parseFields("project", record.draft.content)));
  const fresh = evidence.filter((item) => item.file !== null && !known.has(item.file));
  if (fresh.length === 0) return {};
  const found = await tx.evidenceFile.findMany({
    where: { recordId: record.id, id: { in: fresh.flatMap((item) => item.file ?? []) } },
    select: { id: true },
  });
  const isFound = new Set<string | null>(found.map((file) => file.id));
  return Object.fromEntries(
    fresh
      .filter((item) => !isFound.has(item.file))
      .map((item) => [`evidence.${item.id}.file`, [{ key: "file_of_other" }]]),
  );
}
