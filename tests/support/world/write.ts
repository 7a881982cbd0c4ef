import { randomUUID } from "node:crypto";
import { addFile } from "@/lib/commands/record/add-file";
import { createProject } from "@/lib/commands/record/create-project";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { clearSubmission } from "@/lib/commands/review/clear-submission";
import type { SignedIn } from "@/lib/domain/people/actor";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { findRecord } from "@/lib/queries/record/records";
import { must } from "@/tests/support/factories";
import { aStoredFile } from "@/tests/support/files";
import { type Stage, staffOf, type WorldCity } from "@/tests/support/world/stage";

/** The fields that a submission needs. */
const requiredFields = {
  summary: "What the project is about.",
  stage: "ongoing",
  focusAreas: [
    {
      id: "00000000-0000-4000-8000-00000000f0c5",
      focusArea: "civic-social",
      projectType: null,
      ownLabel: "",
    },
  ],
} satisfies Partial<ProjectFields>;

/** Creates a project as an editor and types these fields and the required ones. Returns its id. */
export async function begin(
  stage: Stage,
  city: WorldCity,
  fields: Partial<ProjectFields> & { title: string },
  at = stage.now,
): Promise<string> {
  const { editor } = staffOf(stage, city);
  const asked = { planId: stage.plans[city], title: fields.title };
  const { projectId } = must(await createProject(editor, asked, at));
  await type(editor, "project", projectId, { ...requiredFields, ...fields }, at);
  return projectId;
}

/** Types these values into a draft, over its present values. */
export async function type<K extends RecordKind>(
  actor: SignedIn,
  kind: K,
  recordId: string,
  fields: Partial<RecordFields>,
  at: Date,
): Promise<void> {
  const record = await findRecord(actor, kind, recordId);
  if (!record) throw new Error(`${recordId} is no ${kind} of ${actor.name}`);
  const now = record.fields as Record<string, unknown>;
  const changes = Object.entries(fields).map(([field, value]) => ({
    field,
    seen: now[field],
    value,
  }));
  must(await saveDraft(actor, { recordId, key: randomUUID(), version: null, changes }, at));
}

/** Sends a record for review as the lead of its city. Returns the submission. */
export async function submit(
  stage: Stage,
  city: WorldCity,
  recordId: string,
  at = stage.now,
): Promise<string> {
  return must(await submitRecord(staffOf(stage, city).lead, { recordId }, at)).submissionId;
}

/** Clears a submission where its country requires that, and publishes it. */
export async function approve(
  { cast, now }: Stage,
  city: WorldCity,
  submissionId: string,
  at = now,
): Promise<void> {
  if (city === "battambang")
    must(await clearSubmission(cast.representativeOfCambodia, { submissionId }, at));
  must(await approveSubmission(cast.reviewer, { submissionId }, at));
}

/** Publishes a record's draft as its next edition, on the day of this instant. */
export async function publish(
  stage: Stage,
  city: WorldCity,
  recordId: string,
  at: Date,
): Promise<void> {
  await approve(stage, city, await submit(stage, city, recordId, at), at);
}

/** Adds a file to the evidence of a project. Returns its id. */
export async function attachFile(
  stage: Stage,
  city: WorldCity,
  recordId: string,
  { name, bytes, at }: { name: string; bytes: Buffer; at: Date },
): Promise<string> {
  const stored = await aStoredFile(bytes);
  const asked = { recordId, fileId: randomUUID(), name, stored };
  return must(await addFile(staffOf(stage, city).editor, asked, at)).id;
}
