import "server-only";
import { publishScheduled } from "@/lib/commands/review/publish-scheduled";
import { announceDay } from "@/lib/db/announce";
import { tidyFeedback } from "@/lib/db/feedback";
import { freeLostJobs } from "@/lib/db/jobs";
import { publishHeads } from "@/lib/db/published-heads";
import type { Tasks } from "@/lib/domain/notification/job";
import { remind } from "@/lib/jobs/remind";
import { sendMail } from "@/lib/jobs/send-mail";
import { writeAnswer } from "@/lib/jobs/write-answer";
import { writeMail } from "@/lib/jobs/write-mail";
import { makeDump } from "@/lib/open-data/dump";
import { makeReportFiles } from "@/lib/reports/make-file";
import { forgetPublicPages } from "@/lib/site/forget-public-pages";

/** The function of each task. */
export const tasks: Tasks = {
  free_lost_jobs: freeLostJobs,
  make_report_files: ({ slug, number }) => makeReportFiles(slug, number),
  make_dump: () => makeDump(),
  publish_heads: async () => void (await publishHeads(new Date())),
  write_mail: writeMail,
  send_mail: sendMail,
  write_answer: writeAnswer,
  tidy_feedback: () => tidyFeedback(new Date()),
  remind: () => remind(),
  begin_day: announceDay,
  publish_scheduled: async ({ submissionId }) => {
    if (await publishScheduled(submissionId, new Date())) forgetPublicPages();
  },
};
