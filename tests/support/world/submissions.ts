import { answerSuggestion } from "@/lib/commands/review/answer-suggestion";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { claimSubmission } from "@/lib/commands/review/claim-submission";
import { clearSubmission } from "@/lib/commands/review/clear-submission";
import { commentOnSubmission } from "@/lib/commands/review/comment-on-submission";
import { handOverSubmission } from "@/lib/commands/review/hand-over-submission";
import { holdSubmission } from "@/lib/commands/review/hold-submission";
import { openThread } from "@/lib/commands/review/open-thread";
import { rateEvidence } from "@/lib/commands/review/rate-evidence";
import { replyInThread } from "@/lib/commands/review/reply-in-thread";
import { resolveThread } from "@/lib/commands/review/resolve-thread";
import { scheduleSubmission } from "@/lib/commands/review/schedule-submission";
import { withdrawSubmission } from "@/lib/commands/review/withdraw-submission";
import { writeNote } from "@/lib/commands/review/write-note";
import { must } from "@/tests/support/factories";
import { fullFields } from "@/tests/support/world/record";
import { dayAgo, daysAgo, type Stage, staffOf, type WorldCity } from "@/tests/support/world/stage";
import { awkward } from "@/tests/support/world/texts";
import { begin, submit, type } from "@/tests/support/world/write";

/** Sends a submission in each possible state. Returns their ids by state. */
export async function sendSubmissions(
  stage: Stage,
  published: Record<string, string>,
): Promise<Record<string, string>> {
  const { cast } = stage;
  const at = daysAgo(stage, 1);
  const made: Record<string, string> = {};
  const send = async (city: WorldCity, name: string) => {
    const id = await begin(stage, city, { title: `Sent: ${name} ${awkward.markup}` }, at);
    return submit(stage, city, id, at);
  };

  made["waiting"] = await send("phuket", "waiting");
  made["claimed"] = await send("phuket", "claimed");
  must(await claimSubmission(cast.reviewer, { submissionId: made["claimed"], seen: "" }));
  made["handed_over"] = await send("makassar", "handed over");
  const toId = cast.otherReviewer.personId;
  must(await handOverSubmission(cast.reviewer, { submissionId: made["handed_over"], toId }));
  made["scheduled"] = await send("phuket", "scheduled");
  const when = { at: `${dayAgo(stage, -200)}T09:00`, timeZone: "Asia/Jakarta" };
  must(await scheduleSubmission(cast.reviewer, { submissionId: made["scheduled"], ...when }));
  made["asked"] = await send("phuket", "asked");
  const reason = `What is this? ${awkward.markup}`;
  must(await askForClarification(cast.reviewer, { submissionId: made["asked"], reason }));
  made["withdrawn"] = await send("makassar", "withdrawn");
  must(await withdrawSubmission(cast.leadOfMakassar, { submissionId: made["withdrawn"] }));

  const country = cast.representativeOfCambodia;
  made["to_be_cleared"] = await send("battambang", "to be cleared");
  made["held"] = await send("battambang", "held");
  must(await holdSubmission(country, { submissionId: made["held"], reason }));
  made["cleared"] = await send("battambang", "cleared");
  must(await clearSubmission(country, { submissionId: made["cleared"] }));
  made["asked_by_country"] = await send("battambang", "asked by its country");
  must(await askForClarification(country, { submissionId: made["asked_by_country"], reason }));

  made["discussed"] = await discuss(stage, published["full"] ?? "");
  made["closing"] = await sendClosing(stage, published["allDone"] ?? "");
  return made;
}

/**
 * Sends an update of a project with every field, with a rating, a note, comments, and a thread in each state. Returns
 * the submission.
 */
async function discuss(stage: Stage, recordId: string): Promise<string> {
  const { cast } = stage;
  const { editor } = staffOf(stage, "phuket");
  const at = daysAgo(stage, 1);
  const { milestones, indicators, budget } = fullFields(stage, []);
  const changed = {
    ...{ title: `Changed ${awkward.markup}`, summary: "It saves 30.5 %.", endsOn: "2031" },
    ...{
      milestones: milestones.toReversed(),
      indicators: indicators.slice(2),
      budget: budget.slice(1),
    },
    ...{ stage: "completed" as const, schedule: null },
  };
  await type(editor, "project", recordId, changed, at);
  const submissionId = await submit(stage, "phuket", recordId, at);

  const ask = async (about: {
    field: string;
    itemId?: string;
    part?: string;
    suggestion?: string;
  }) => {
    const suggested = about.suggestion === undefined ? {} : { isSuggestion: "on" };
    const asked = { submissionId, text: `Is this so? ${awkward.markup}`, ...about, ...suggested };
    return must(await openThread(cast.reviewer, asked)).threadId;
  };
  const answer = async (threadId: string, word: "accepted" | "declined") =>
    must(await answerSuggestion(editor, { threadId, answer: word }));
  const resolve = async (threadId: string, to: "resolved" | "open") =>
    must(await resolveThread(cast.reviewer, { threadId, to }));

  await ask({ field: "description" });
  await ask({ field: "summary", suggestion: `Better: ${awkward.markup}` });
  await ask({
    field: "milestones",
    itemId: milestones[4]?.id ?? "",
    part: "dueOn",
    suggestion: "2029-06",
  });
  await ask({ field: "endsOn", suggestion: "" });
  await answer(await ask({ field: "dataNote", suggestion: "Taken over" }), "accepted");
  await answer(await ask({ field: "responsibleOffice", suggestion: "Declined" }), "declined");
  const resolved = await ask({ field: "stage", suggestion: "ongoing" });
  await answer(resolved, "accepted");
  await resolve(resolved, "resolved");
  const again = await ask({ field: "budget" });
  must(await replyInThread(cast.leadOfPhuket, { threadId: again, text: awkward.message }));
  await resolve(again, "resolved");
  await resolve(again, "open");

  must(await commentOnSubmission(cast.leadOfPhuket, { submissionId, text: awkward.markdown }));
  must(await writeNote(cast.reviewer, { submissionId, text: awkward.markup }));
  for (const claim of ["completion", "progress"] as const) {
    const rating = { submissionId, claim, level: "substantial", sentence: awkward.markup };
    must(await rateEvidence(cast.reviewer, rating));
  }
  return submissionId;
}

async function sendClosing(stage: Stage, recordId: string): Promise<string> {
  const { editor } = staffOf(stage, "makassar");
  const closed = { closing: "withdrawn" as const, closingReason: awkward.markup };
  await type(editor, "project", recordId, closed, daysAgo(stage, 1));
  return submit(stage, "makassar", recordId, daysAgo(stage, 1));
}
