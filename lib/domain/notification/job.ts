import * as z from "zod";

/**
 * Every task that is done after the transaction that asked for it, or at a time of its own, and what it must be told.
 * A task may be begun twice (a process may die between doing it and saying so), so each finds out from the database
 * whether it is still to be done; and it ends within five minutes, or another process takes it for lost.
 */
export const jobPayloads = {
  free_lost_jobs: z.object({}),
  /** The files of a freeze: a report by its address, and the number of the freeze. */
  make_report_files: z.object({ slug: z.string(), number: z.int() }),
  /** The file with all open data, where something became public since it was made. */
  make_dump: z.object({}),
  /** Where the chains of the timeline end, once a day. */
  publish_heads: z.object({}),
  /** Puts what a person is to be told into a mail: what is urgent, or all the rest as the digest of the day. */
  write_mail: z.object({ personId: z.uuid(), isDigest: z.boolean() }),
  send_mail: z.object({ mailId: z.uuid() }),
  remind: z.object({}),
  /** Puts the answer to feedback into a mail to whoever wrote it. */
  write_answer: z.object({ stepId: z.uuid() }),
  /** Removes what of feedback is kept for a time only: e-mail addresses, and forms that were refused. */
  tidy_feedback: z.object({}),
  /** Has public pages made anew: what became of dates depends on the day. */
  begin_day: z.object({}),
  publish_scheduled: z.object({ submissionId: z.uuid() }),
} as const;

export type Task = keyof typeof jobPayloads;

/** What a task is told, as it was parsed. */
export type JobPayload<T extends Task> = z.output<(typeof jobPayloads)[T]>;

/** The function of each task. */
export type Tasks = { [T in Task]: (payload: JobPayload<T>) => Promise<void> };
