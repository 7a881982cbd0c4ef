import "server-only";
import type { Tx } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import type { LockedRecord } from "@/lib/db/locks";
import { ownCityIds, type SignedIn } from "@/lib/domain/people/actor";
import { filesNamedIn } from "@/lib/domain/record/file";
import { choosesTerms, unknownTerms } from "@/lib/domain/record/framework";
import type { Edit } from "@/lib/domain/record/merge";
import type { ProjectFields } from "@/lib/domain/record/project";
import { parseFields } from "@/lib/domain/record/record";
import type { FieldError } from "@/lib/domain/values/field-error";

/**
 * What edits name that is not there for this actor, as field errors: terms that the plan's framework does not have,
 * projects that are neither public nor of a city of theirs, and files that were not brought to this record. What the draft
 * names already may stay.
 */
export async function unknownNames(
  tx: Tx,
  actor: SignedIn,
  record: LockedRecord,
  edits: Edit[],
): Promise<Record<string, FieldError[]>> {
  const choosing = edits.filter((edit) => choosesTerms(edit.field));
  const relating = edits.find((edit) => edit.field === "relatedProjects");
  const proving = edits.find((edit) => edit.field === "evidence");
  const errors: Record<string, FieldError[]> = {};
  if (choosing.length > 0) {
    const framework = await getFrameworkTerms(tx, { id: record.frameworkId });
    for (const edit of choosing)
      Object.assign(errors, unknownTerms(framework, edit.field, edit.value));
  }
  // The edits' values were read by their schemas.
  if (relating)
    Object.assign(errors, await unknownProjects(tx, actor, record, relating.value as Related));
  if (proving) Object.assign(errors, await unknownFiles(tx, record, proving.value as Evidence));
  return errors;
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
