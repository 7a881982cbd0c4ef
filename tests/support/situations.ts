import { answerAssessment } from "@/lib/commands/assessment/answer-assessment";
import { correctAssessment } from "@/lib/commands/assessment/correct-assessment";
import { withdrawAssessment } from "@/lib/commands/assessment/withdraw-assessment";
import { writeAssessment } from "@/lib/commands/assessment/write-assessment";
import { answerFeedback } from "@/lib/commands/feedback/answer-feedback";
import { keepFeedback } from "@/lib/commands/feedback/keep-feedback";
import { removeFeedbackAddress } from "@/lib/commands/feedback/remove-feedback-address";
import { sendFeedback } from "@/lib/commands/feedback/send-feedback";
import { setFeedbackAside } from "@/lib/commands/feedback/set-feedback-aside";
import { chooseNotices } from "@/lib/commands/notification/choose-notices";
import { readNotices } from "@/lib/commands/notification/read-notices";
import { retryJob } from "@/lib/commands/notification/retry-job";
import { retryMail } from "@/lib/commands/notification/retry-mail";
import { unsubscribe } from "@/lib/commands/notification/unsubscribe";
import { changeOrganisation } from "@/lib/commands/organisation/change-organisation";
import { leavePartnerName } from "@/lib/commands/organisation/leave-partner-name";
import { makeOrganisation } from "@/lib/commands/organisation/make-organisation";
import { matchPartnerName } from "@/lib/commands/organisation/match-partner-name";
import { mergeOrganisations } from "@/lib/commands/organisation/merge-organisations";
import { addPerson } from "@/lib/commands/people/add-person";
import { changePassword } from "@/lib/commands/people/change-password";
import { deactivatePerson } from "@/lib/commands/people/deactivate-person";
import { handOverGrant } from "@/lib/commands/people/hand-over-grant";
import { removeGrant } from "@/lib/commands/people/remove-grant";
import { renewPasswordLink } from "@/lib/commands/people/renew-password-link";
import { setPassword } from "@/lib/commands/people/set-password";
import { addFile } from "@/lib/commands/record/add-file";
import { commentOnDraft } from "@/lib/commands/record/comment-on-draft";
import { confirmRecord } from "@/lib/commands/record/confirm-record";
import { createProject } from "@/lib/commands/record/create-project";
import { restoreEdition } from "@/lib/commands/record/restore-edition";
import { restoreField } from "@/lib/commands/record/restore-field";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { setMilestoneDate } from "@/lib/commands/record/set-milestone-date";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { changeReport } from "@/lib/commands/report/change-report";
import { createReport } from "@/lib/commands/report/create-report";
import { extendReport } from "@/lib/commands/report/extend-report";
import { freezeReport } from "@/lib/commands/report/freeze-report";
import { answerSuggestion } from "@/lib/commands/review/answer-suggestion";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { callBackSubmission } from "@/lib/commands/review/call-back-submission";
import { claimSubmission } from "@/lib/commands/review/claim-submission";
import { clearSubmission } from "@/lib/commands/review/clear-submission";
import { commentOnSubmission } from "@/lib/commands/review/comment-on-submission";
import { correctEdition } from "@/lib/commands/review/correct-edition";
import { endWithholding } from "@/lib/commands/review/end-withholding";
import { giveBackSubmission } from "@/lib/commands/review/give-back-submission";
import { handOverSubmission } from "@/lib/commands/review/hand-over-submission";
import { holdSubmission } from "@/lib/commands/review/hold-submission";
import { openThread } from "@/lib/commands/review/open-thread";
import { rateEvidence } from "@/lib/commands/review/rate-evidence";
import { releaseSubmission } from "@/lib/commands/review/release-submission";
import { replyInThread } from "@/lib/commands/review/reply-in-thread";
import { resolveThread } from "@/lib/commands/review/resolve-thread";
import { scheduleSubmission } from "@/lib/commands/review/schedule-submission";
import { withdrawSubmission } from "@/lib/commands/review/withdraw-submission";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { writeNote } from "@/lib/commands/review/write-note";
import { answerImport } from "@/lib/commands/sheet/answer-import";
import { applyImport } from "@/lib/commands/sheet/apply-import";
import { importSheet } from "@/lib/commands/sheet/import-sheet";
import { mapSheet } from "@/lib/commands/sheet/map-sheet";
import { rereadSheet } from "@/lib/commands/sheet/reread-sheet";
import { removeView } from "@/lib/commands/table/remove-view";
import { saveView } from "@/lib/commands/table/save-view";
import { database } from "@/lib/db/client";
import { hashPassword } from "@/lib/db/passwords";
import type { Actor, LinkHolder } from "@/lib/domain/people/actor";
import type { Permission } from "@/lib/domain/people/policy";
import type { Result } from "@/lib/domain/result/result";
import { findImportPreview, parseImportAddress } from "@/lib/queries/sheet/imports";
import { anAssessment, anAssessmentForm, assessmentWords } from "@/tests/support/assessments";
import type { Cast } from "@/tests/support/cast";
import {
  aMilestone,
  aPerson,
  aPlanOf,
  aPublishedProject,
  aReadyProject,
  aSave,
  aSheetImport,
  aSheetOf,
  aSubmission,
  aThread,
  must,
  typeInto,
  whatIsSeen,
} from "@/tests/support/factories";
import { aFailedJob } from "@/tests/support/failed-job";
import { aFeedback, aFeedbackForm } from "@/tests/support/feedback";
import { aPhotograph, aStoredFile } from "@/tests/support/files";
import { anOrganisation, anOrganisationForm } from "@/tests/support/organisations";
import { aReport, aReportForm } from "@/tests/support/reports";

type Command = ((actor: Actor, raw: unknown) => Promise<Result<unknown>>) & {
  permission: Permission;
};

/** A command with new rows in Phuket that it needs to succeed for everybody who is allowed. */
type Situation = {
  name: string;
  command: Command;
  prepare: (
    cast: Cast,
    actor: Actor,
  ) => Promise<{ input: Record<string, unknown>; linkHolder: LinkHolder }>;
};

const strangerWithALink: LinkHolder = {
  kind: "link_holder",
  personId: "00000000-0000-4000-8000-000000000001",
  linkId: "00000000-0000-4000-8000-000000000002",
};

export const situations: Situation[] = [
  situation("beginning a project", createProject, async () => ({
    planId: await aPlanOf("phuket"),
    title: "A new project",
  })),
  situation("saving a draft", saveDraft, async (cast) =>
    aSave(await aReadyProject(cast), [{ field: "dataNote", seen: "", value: "Typed" }]),
  ),
  situation("adding evidence", addFile, async (cast) => ({
    recordId: await aReadyProject(cast),
    fileId: crypto.randomUUID(),
    name: "photo.jpg",
    stored: await aStoredFile(await aPhotograph()),
  })),
  situation("commenting on a draft", commentOnDraft, async (cast) => ({
    recordId: await aReadyProject(cast),
    text: "Is this still so?",
    mentions: cast.editorOfPhuket.personId,
  })),
  situation("reading where one was mentioned", readNotices, async (cast) => {
    const recordId = await aReadyProject(cast);
    const { personId } = cast.editorOfPhuket;
    const comment = { recordId, text: "Is this still so?", mentions: personId };
    must(await commentOnDraft(cast.leadOfPhuket, comment));
    return { recordId, personId };
  }),
  situation("choosing what is mailed", chooseNotices, async (cast) => ({
    personId: cast.editorOfPhuket.personId,
    locale: "en",
    timeZone: "Asia/Bangkok",
    mail_published: "on",
  })),
  situation("wanting no more mail", unsubscribe, async (cast) => ({
    personId: cast.editorOfPhuket.personId,
  })),
  situation("trying a mail again", retryMail, async (cast) => {
    const mail = {
      id: crypto.randomUUID(),
      personId: cast.editorOfPhuket.personId,
      subject: "Published: a project (Phuket)",
      text: "It is public.",
      isDigest: false,
      queuedAt: new Date(),
    };
    await database().mail.create({ data: mail });
    return { mailId: mail.id };
  }),
  situation("trying a job again", retryJob, async () => ({ jobId: await aFailedJob() })),
  situation("handing a grant over", handOverGrant, async () => {
    const grant = await database().grant.findFirstOrThrow({ where: { personId: await aPerson() } });
    return { grantId: grant.id, toPersonId: await aPerson() };
  }),
  situation("restoring a field", restoreField, async (cast) => {
    const recordId = await aReadyProject(cast);
    const { id: changeId } = await database().draftChange.findFirstOrThrow({
      where: { recordId, field: "summary" },
    });
    const side = "before" as const;
    const seen = await whatIsSeen(cast, recordId, { change: changeId, side });
    return { changeId, side, seen };
  }),
  situation("restoring an edition", restoreEdition, async (cast) => {
    const recordId = await aPublishedProject(cast);
    await typeInto(cast, recordId, { dataNote: ["", "Typed later"] });
    return { recordId, number: 1, seen: await whatIsSeen(cast, recordId, { edition: 1 }) };
  }),
  situation("bringing a sheet", importSheet, async () => aSheetOf(await aPlanOf("phuket"))),
  situation("saying what a sheet's columns are", mapSheet, async (cast) => ({
    importId: await aSheetImport(cast),
    mapping: [{ layout: "project", columns: ["title"] }],
  })),
  situation("applying a sheet", applyImport, async (cast) => {
    const importId = await aSheetImport(cast);
    must(
      await mapSheet(cast.leadOfPhuket, {
        importId,
        mapping: [{ layout: "project", columns: ["title"] }],
      }),
    );
    const preview = await findImportPreview(cast.leadOfPhuket, importId, parseImportAddress({}));
    return {
      importId,
      fingerprint: preview?.fingerprint,
      isAll: true,
      keys: [],
      confirmsRemoval: false,
      confirmsNew: true,
    };
  }),
  situation("answering about a sheet", answerImport, async (cast) => ({
    importId: await aSheetImport(cast),
    titles: { "a title": "new" },
  })),
  situation("reading a sheet again", rereadSheet, async (cast) => {
    const importId = await aSheetImport(cast);
    return { importId, tables: aSheetOf(importId).tables };
  }),
  situation("submitting", submitRecord, async (cast) => ({ recordId: await aReadyProject(cast) })),
  situation("confirming", confirmRecord, async (cast) => ({
    recordId: await aPublishedProject(cast),
  })),
  situation("withdrawing", withdrawSubmission, async (cast) => ({
    submissionId: await aSubmission(cast),
  })),
  situation("commenting", commentOnSubmission, async (cast) => ({
    submissionId: await aSubmission(cast),
    text: "A comment",
  })),
  situation("clearing", clearSubmission, async (cast) => ({
    submissionId: await aSubmission(cast, { needsClearance: true }),
  })),
  situation("asking for clarification", askForClarification, async (cast) => ({
    submissionId: await aSubmission(cast, { needsClearance: true }),
    reason: "What does this mean?",
  })),
  situation("assigning to oneself", claimSubmission, async (cast) => ({
    submissionId: await aSubmission(cast),
    seen: "",
  })),
  situation("handing over", handOverSubmission, async (cast) => ({
    submissionId: await aSubmission(cast),
    toId: cast.otherReviewer.personId,
  })),
  situation("giving back", giveBackSubmission, async (cast, actor) => {
    const submissionId = await aSubmission(cast);
    const toId = actor.kind === "signed_in" ? actor.personId : "";
    await handOverSubmission(cast.reviewer, { submissionId, toId });
    return { submissionId };
  }),
  situation("holding", holdSubmission, async (cast) => ({
    submissionId: await aSubmission(cast, { needsClearance: true }),
    reason: "The ministry looks at it first.",
  })),
  situation("releasing", releaseSubmission, async (cast) => {
    const submissionId = await aSubmission(cast, { needsClearance: true });
    const reason = "The ministry looks at it first.";
    must(await holdSubmission(cast.representativeOfThailand, { submissionId, reason }));
    return { submissionId };
  }),
  situation("scheduling", scheduleSubmission, async (cast) => ({
    submissionId: await aSubmission(cast),
    ...nextYear(),
  })),
  situation("calling back", callBackSubmission, async (cast) => {
    const submissionId = await aSubmission(cast);
    must(await scheduleSubmission(cast.reviewer, { submissionId, ...nextYear() }));
    return { submissionId };
  }),
  situation("withholding", withholdRecord, async (cast) => ({
    recordId: await aPublishedProject(cast),
    ...said,
  })),
  situation("ending a withholding", endWithholding, async (cast) => {
    const recordId = await aPublishedProject(cast);
    must(await withholdRecord(cast.reviewer, { recordId, ...said }));
    return { recordId };
  }),
  situation("correcting an edition", correctEdition, async (cast) => ({
    recordId: await aPublishedProject(cast),
    number: "1",
    summary: "What it is really about.",
    correction: "Corrected the spelling.",
  })),
  situation("approving", approveSubmission, async (cast) => ({
    submissionId: await aSubmission(cast),
  })),
  situation("opening a thread", openThread, async (cast) => ({
    submissionId: await aSubmission(cast, { needsClearance: true }),
    field: "summary",
    text: "Since when?",
  })),
  situation("replying in a thread", replyInThread, async (cast) => ({
    threadId: await aThread(cast),
    text: "Since May.",
  })),
  situation("resolving a thread", resolveThread, async (cast) => ({
    threadId: await aThread(cast),
    to: "resolved",
  })),
  situation("taking a suggestion over", answerSuggestion, async (cast) => ({
    threadId: await aThread(cast, "What it is really about."),
    answer: "accepted",
  })),
  situation("answering an assessment", answerAssessment, async (cast) => ({
    assessmentId: (await anAssessment(cast)).assessmentId,
    answer: "confirmed",
  })),
  situation("writing an assessment", writeAssessment, async (cast) =>
    anAssessmentForm(await aPublishedProject(cast)),
  ),
  situation("correcting an assessment", correctAssessment, async (cast) => ({
    assessmentId: (await anAssessment(cast)).assessmentId,
    reason: "Another page says more.",
    ...assessmentWords,
  })),
  situation("withdrawing an assessment", withdrawAssessment, async (cast) => ({
    assessmentId: (await anAssessment(cast)).assessmentId,
    reason: "It was read in the wrong document.",
  })),
  situation("writing a note of the secretariat", writeNote, async (cast) => ({
    submissionId: await aSubmission(cast),
    text: "Compare with last year.",
  })),
  situation("rating the evidence", rateEvidence, async (cast) => ({
    submissionId: await aSubmission(cast),
    claim: "progress",
    level: "limited",
    sentence: "One photograph.",
  })),
  situation("adding an editor", addPerson, async () => ({
    email: `${crypto.randomUUID()}@tests.example`,
    name: "Another editor of Phuket",
    role: "editor",
    cityId: await idOfCity("phuket"),
  })),
  situation("deactivating a person", deactivatePerson, async () => ({ personId: await aPerson() })),
  situation("renewing a link", renewPasswordLink, async () => ({ personId: await aPerson() })),
  situation("removing a grant", removeGrant, async () => {
    const grant = await database().grant.findFirstOrThrow({ where: { personId: await aPerson() } });
    return { grantId: grant.id };
  }),
  situation("setting a milestone's date", setMilestoneDate, async (cast) => {
    const recordId = await aReadyProject(cast);
    await typeInto(cast, recordId, { milestones: [[], [aMilestone()]] });
    return { recordId, key: crypto.randomUUID(), dueOn: "2031" };
  }),
  situation("making a report", createReport, async () => aReportForm()),
  situation("changing a report", changeReport, async (cast) => ({
    ...aReportForm(),
    reportId: await aReport(cast),
  })),
  situation("giving a city more time", extendReport, async (cast) => ({
    reportId: await aReport(cast),
    cityId: await idOfCity("phuket"),
    untilOn: "2020-09-25",
    reason: "The flood",
  })),
  situation("freezing a report", freezeReport, async (cast) => ({
    reportId: await aReport(cast),
  })),
  situation("making an organisation", makeOrganisation, async () => anOrganisationForm()),
  situation("changing an organisation", changeOrganisation, async (cast) => {
    const { id: organisationId, changedAt } = await anOrganisation(cast);
    return { ...anOrganisationForm(), organisationId, changedAt: changedAt.toISOString() };
  }),
  situation("merging two organisations", mergeOrganisations, async (cast) => ({
    organisationId: (await anOrganisation(cast)).id,
    into: (await anOrganisation(cast)).name,
  })),
  situation("matching a partner's name", matchPartnerName, async (cast) => ({
    name: `A partner ${crypto.randomUUID()}`,
    within: "TH",
    organisation: (await anOrganisation(cast)).name,
  })),
  situation("leaving a partner's name", leavePartnerName, async () => ({
    name: `A partner ${crypto.randomUUID()}`,
    within: "TH",
  })),
  situation("keeping a view", saveView, async (cast) => ({
    personId: cast.editorOfPhuket.personId,
    name: `A view ${crypto.randomUUID()}`,
    query: "stage=ongoing",
  })),
  situation("removing a view", removeView, async (cast) => {
    const { personId } = cast.editorOfPhuket;
    const name = `A view ${crypto.randomUUID()}`;
    return must(await saveView(cast.editorOfPhuket, { personId, name, query: "" }));
  }),
  situation("changing a password", changePassword, async (cast) => {
    const personId = cast.editorOfPhuket.personId;
    await database().person.update({
      where: { id: personId },
      data: { passwordHash: await hashPassword("the present password") },
    });
    return { personId, current: "the present password", password: "quite another password" };
  }),
  situation("sending feedback", sendFeedback, async () => aFeedbackForm()),
  situation("keeping a refused form of feedback", keepFeedback, async () => ({
    typed: { text: "Typed" },
    errors: { email: [{ key: "email" }] },
    clientAddress: crypto.randomUUID(),
  })),
  situation("answering feedback", answerFeedback, async () => ({
    feedbackId: await aFeedback(),
    text: "It is corrected.",
  })),
  situation("setting feedback aside", setFeedbackAside, async () => ({
    feedbackId: await aFeedback(),
    reason: "Advertising",
  })),
  situation("removing the address of who wrote", removeFeedbackAddress, async () => ({
    feedbackId: await aFeedback(),
  })),
  {
    name: "setting a password",
    command: setPassword,
    async prepare() {
      const personId = await aPerson();
      const link = await database().passwordLink.findFirstOrThrow({ where: { personId } });
      return {
        input: { personId, password: "a first password of mine" },
        linkHolder: { kind: "link_holder", personId, linkId: link.id },
      };
    },
  },
];

function situation(
  name: string,
  command: Command,
  prepare: (cast: Cast, actor: Actor) => Promise<Record<string, unknown>>,
): Situation {
  return {
    name,
    command,
    prepare: async (cast, actor) => ({
      input: await prepare(cast, actor),
      linkHolder: strangerWithALink,
    }),
  };
}

const said = { reason: "The ministry asked us.", notice: "Not shown for now." };

/** Returns a future time as a form sends it. */
function nextYear() {
  return { at: `${new Date().getFullYear() + 1}-11-25T09:00`, timeZone: "Asia/Jakarta" };
}

async function idOfCity(slug: string) {
  const city = await database().city.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return city.id;
}
