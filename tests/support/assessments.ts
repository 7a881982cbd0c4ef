import { writeAssessment } from "@/lib/commands/assessment/write-assessment";
import type { Cast } from "@/tests/support/cast";
import { aPublishedProject, must } from "@/tests/support/factories";

/** Returns what the secretariat sends to assess a record, or the entry of it that `more` names. */
export function anAssessmentForm(recordId: string, more: Record<string, unknown> = {}) {
  return { recordId, entryId: "", ...assessmentWords, ...more };
}

/** What an assessment says, as a form sends it. */
export const assessmentWords = {
  outcome: "sustainable-environment",
  why: "Plants trees along the river",
  sourceTitle: "A report",
  sourceAddress: "https://one.example/report.pdf",
  page: "7",
  confidence: "medium",
  knownOn: "2025-09-30",
};

/** Returns an assessment of a new published project of Phuket that nobody has answered yet. */
export async function anAssessment(cast: Cast, more: Record<string, unknown> = {}) {
  const recordId = await aPublishedProject(cast);
  const form = anAssessmentForm(recordId, more);
  const { assessmentId } = must(await writeAssessment(cast.administrator, form));
  return { recordId, assessmentId };
}
