import { randomUUID } from "node:crypto";
import { createProject } from "@/lib/commands/create-project";
import { saveDraft } from "@/lib/commands/save-draft";
import { submitRecord } from "@/lib/commands/submit-record";
import { database, inTransaction } from "@/lib/db/client";
import { makePasswordLink } from "@/lib/db/password-links";
import type { ProjectFields } from "@/lib/domain/project";
import type { Result } from "@/lib/domain/result";
import type { Cast } from "@/tests/support/cast";

/** Who writes what the factories make. */
type Author = Pick<Cast, "leadOfPhuket">;

/** The id of a city's plan. */
export async function aPlanOf(citySlug: string): Promise<string> {
  const plan = await database().plan.findFirstOrThrow({
    where: { city: { slug: citySlug } },
    select: { id: true },
  });
  return plan.id;
}

/** A new project of Phuket that was never published and lacks nothing that a submission needs. */
export async function aReadyProject(cast: Author): Promise<string> {
  const planId = await aPlanOf("phuket");
  const title = `A project ${randomUUID()}`;
  const { projectId } = must(await createProject(cast.leadOfPhuket, { planId, title }));
  await typeInto(cast, projectId, {
    summary: ["", "What it is about."],
    stage: ["not_stated", "planning"],
    focusAreas: [[], [aFocusArea("civic-social")]],
  });
  return projectId;
}

/** A submission of a new project of Phuket, sent by its lead. */
export async function aSubmission(
  cast: Author,
  { needsClearance = false }: { needsClearance?: boolean } = {},
): Promise<string> {
  const recordId = await aReadyProject(cast);
  const thailand = { where: { code: "TH" } };
  await database().country.update({ ...thailand, data: { requiresClearance: needsClearance } });
  const submitted = await submitRecord(cast.leadOfPhuket, { recordId });
  await database().country.update({ ...thailand, data: { requiresClearance: false } });
  return must(submitted).submissionId;
}

/** Types into a record's draft as the lead of Phuket: field → what they saw and what they want. */
export async function typeInto(
  cast: Author,
  recordId: string,
  fields: Record<string, [seen: unknown, value: unknown]>,
) {
  const changes = Object.entries(fields).map(([field, [seen, value]]) => ({ field, seen, value }));
  return must(await saveDraft(cast.leadOfPhuket, { recordId, changes: JSON.stringify(changes) }));
}

/** Somebody new: an editor of Phuket who has been sent a link and has not set a password yet. */
export async function aPerson(): Promise<string> {
  const now = new Date();
  const personId = randomUUID();
  const email = `${personId}@tests.example`;
  const { id: cityId } = await database().city.findUniqueOrThrow({
    where: { slug: "phuket" },
    select: { id: true },
  });
  await inTransaction(async (tx) => {
    await tx.person.create({
      data: { id: personId, email, name: "New editor of Phuket", createdAt: now },
    });
    await tx.grant.create({
      data: { id: randomUUID(), personId, role: "editor", cityId, grantedAt: now },
    });
    await makePasswordLink(tx, personId, now);
  });
  return personId;
}

function aFocusArea(focusArea: string): ProjectFields["focusAreas"][number] {
  return { id: randomUUID(), focusArea, projectType: null, ownLabel: "" };
}

/** The value of a result that must be one; throws with the refusal otherwise. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
