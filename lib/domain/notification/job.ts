import * as z from "zod";

/**
 * Every background task with the schema of its payload. A task runs after the transaction that added it, or at a set
 * time. It may start twice (a process may die before it records that the work is done), so each task checks in the
 * database whether it is still needed. It must end within five minutes, or another process considers it lost.
 */
export const jobPayloads = {
  free_lost_jobs: z.object({}),
  /** Makes the files of a frozen report: the report's address and the number of the freeze. */
  make_report_files: z.object({ slug: z.string(), number: z.int() }),
  /** Makes the file with all open data, when something became public since the last one. */
  make_dump: z.object({}),
  /** Publishes the heads of the timeline's chains. */
  publish_heads: z.object({}),
  /** Writes a mail with the notices of a person: the urgent ones, or all others as the day's digest. */
  write_mail: z.object({ personId: z.uuid(), isDigest: z.boolean() }),
  send_mail: z.object({ mailId: z.uuid() }),
  remind: z.object({}),
  /** Writes the mail that answers feedback. */
  write_answer: z.object({ stepId: z.uuid() }),
  /** Removes the parts of feedback that have a retention time: e-mail addresses and refused forms. */
  tidy_feedback: z.object({}),
  /** Clears the cached public pages at the start of a day, because what became of dates depends on the day. */
  begin_day: z.object({}),
  publish_scheduled: z.object({ submissionId: z.uuid() }),
} as const;

export type Task = keyof typeof jobPayloads;

/** The parsed payload of a task. */
export type JobPayload<T extends Task> = z.output<(typeof jobPayloads)[T]>;

/** The function of each task. */
export type Tasks = { [T in Task]: (payload: JobPayload<T>) => Promise<void> };
