import { database } from "@/lib/db/client";

/** How many rows there are of everything a command may write: a refused one changes none of these numbers. */
export async function countRows() {
  const db = database();
  return {
    projects: await db.project.count(),
    draftVersions: (await db.draft.aggregate({ _sum: { version: true } }))._sum.version,
    changes: await db.draftChange.count(),
    openSubmissions: await db.submission.count({
      where: { state: { in: ["submitted", "cleared"] } },
    }),
    submissions: await db.submission.count(),
    decisions: await db.decision.count(),
    comments: await db.comment.count(),
    draftComments: await db.draftComment.count(),
    notices: await db.notice.count(),
    unreadNotices: await db.notice.count({ where: { readAt: null } }),
    noticeChoices: await db.noticeChoice.count(),
    mails: await db.mail.count(),
    feedback: await db.feedback.count(),
    feedbackSteps: await db.feedbackStep.count(),
    feedbackAddresses: await db.feedback.count({ where: { email: { not: null } } }),
    feedbackAttempts: await db.feedbackAttempt.count(),
    editions: await db.edition.count(),
    files: await db.evidenceFile.count(),
    people: await db.person.count({ where: { deactivatedAt: null } }),
    grants: await db.grant.count({ where: { removedAt: null } }),
    links: await db.passwordLink.count({ where: { usedAt: null } }),
    sessions: await db.session.count({ where: { endedAt: null } }),
    views: await db.savedView.count(),
    reports: await db.report.count(),
    reportExtensions: await db.reportExtension.count(),
    freezes: await db.reportFreeze.count(),
    timeline: await db.timelineEntry.count(),
  };
}
