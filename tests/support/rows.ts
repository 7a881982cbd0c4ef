import { database } from "@/lib/db/client";

const counted = {
  projects: `count(*) from "Project"`,
  draftVersions: `sum(version) from "Draft"`,
  changes: `count(*) from "DraftChange"`,
  openSubmissions: `count(*) from "Submission" where state in ('submitted', 'cleared')`,
  submissions: `count(*) from "Submission"`,
  decisions: `count(*) from "Decision"`,
  comments: `count(*) from "Comment"`,
  draftComments: `count(*) from "DraftComment"`,
  notices: `count(*) from "Notice"`,
  unreadNotices: `count(*) from "Notice" where "readAt" is null`,
  noticeChoices: `count(*) from "NoticeChoice"`,
  mails: `count(*) from "Mail"`,
  feedback: `count(*) from "Feedback"`,
  feedbackSteps: `count(*) from "FeedbackStep"`,
  feedbackAddresses: `count(*) from "Feedback" where email is not null`,
  feedbackAttempts: `count(*) from "FeedbackAttempt"`,
  assessments: `count(*) from "Assessment"`,
  assessmentSteps: `count(*) from "AssessmentStep"`,
  editions: `count(*) from "Edition"`,
  files: `count(*) from "EvidenceFile"`,
  people: `count(*) from "Person" where "deactivatedAt" is null`,
  grants: `count(*) from "Grant" where "removedAt" is null`,
  links: `count(*) from "PasswordLink" where "usedAt" is null`,
  sessions: `count(*) from "Session" where "endedAt" is null`,
  views: `count(*) from "SavedView"`,
  reports: `count(*) from "Report"`,
  reportExtensions: `count(*) from "ReportExtension"`,
  freezes: `count(*) from "ReportFreeze"`,
  organisations: `count(*) from "Organisation" where "mergedIntoId" is null`,
  organisationNames: `count(*) from "OrganisationName"`,
  timeline: `count(*) from "TimelineEntry"`,
};

/**
 * Returns the number of rows in every table that a command may write. A refused command changes none of these numbers.
 * It is one statement, because the permission matrix calls it a thousand times.
 */
export async function countRows() {
  const columns = Object.entries(counted).map(
    ([name, count]) => `(select ${count})::int as "${name}"`,
  );
  const [row] = await database().$queryRawUnsafe<Record<keyof typeof counted, number>[]>(
    `select ${columns.join(", ")}`,
  );
  if (!row) throw new Error("A select of counts answers one row");
  return row;
}
