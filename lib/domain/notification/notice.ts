import type { Role } from "@/lib/domain/people/roles";
import { recordPath } from "@/lib/domain/record/path";
import type { RecordKind } from "@/lib/domain/record/record-kind";

/**
 * Everything that people are told, as one chooses it on the account page. Each can be switched off for mail; the inbox
 * holds all of them.
 */
export const noticeGroups = {
  review: [
    "clarification_asked",
    "submitted",
    "cleared",
    "held",
    "released",
    "assigned",
    "withdrawn",
    "commented",
    "suggestion_answered",
    "mentioned",
    "waiting",
  ],
  publication: [
    "scheduled",
    "called_back",
    "published",
    "withheld",
    "withholding_ended",
    "corrected",
    "stale",
  ],
  report: ["due_30", "due_7", "due_1", "overdue", "extended", "report_frozen"],
  role: ["grant_given", "grant_taken"],
  feedback: ["feedback_sent"],
} as const;

export const noticeKinds = [
  ...noticeGroups.review,
  ...noticeGroups.publication,
  ...noticeGroups.report,
  ...noticeGroups.role,
  ...noticeGroups.feedback,
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** In the place of a kind in somebody's choices: all there are, and those that come to be told later. */
export const everyKind = "every";

/** Returns the kinds of which somebody wants no mail, by the choices they made. */
export function unwantedKinds(choices: string[]): NoticeKind[] {
  return noticeKinds.filter((kind) => choices.includes(kind) || choices.includes(everyKind));
}

/** What is mailed at once; the rest waits for the digest of the day (docs/decisions/0030). */
const urgentKinds: readonly NoticeKind[] = ["clarification_asked", "due_1", "overdue"];

/** Returns whether a notice is mailed at once. */
export function isUrgent(kind: NoticeKind): boolean {
  return urgentKinds.includes(kind);
}

/** What a notice says beside its kind: names and figures for its sentence. */
export type NoticeDetail = {
  /** Who did it. */
  byName?: string;
  title?: string | null;
  /** A public page, by its address without its language. */
  page?: string;
  city?: string;
  /** Of a grant. */
  role?: Role;
  /** A report, by its name. */
  report?: string;
  /** Until or from when, an instant (ISO 8601): a deadline, an hour of publication. */
  until?: string;
  /** Of a reminder, how many records. */
  count?: number;
  /** Of a frozen report, which freeze; all but the first correct the one before. */
  number?: number;
  /** Of a suggestion. */
  answer?: "accepted" | "declined";
  /** Of what waits: for how many whole days, and at whom it stands. */
  days?: number;
  waitsFor?: "answer" | "clearance" | "decision";
  /** What was said of it: asked, given as a reason, corrected. */
  reason?: string;
};

/** What a notice is about. */
export type NoticeAbout = {
  kind: NoticeKind;
  recordId: string | null;
  recordKind: RecordKind | null;
  submissionId: string | null;
  threadId: string | null;
  feedbackId: string | null;
  /** The last part of each one's address; a plan's profile has none. */
  citySlug: string | null;
  recordSlug: string | null;
  reportSlug: string | null;
};

/** Where a notice leads: to where something is to be done or was said, and to the public page of what is public. */
export function noticePath(notice: NoticeAbout, locale: string): string {
  const { kind, recordId, recordKind, submissionId, threadId } = notice;
  const { citySlug, recordSlug, reportSlug } = notice;
  if (kind === "grant_given" || kind === "grant_taken") return "/office/account";
  if (notice.feedbackId) return `/office/feedback/${notice.feedbackId}`;
  if (submissionId) {
    return `/office/submissions/${submissionId}${threadId ? `#thread-${threadId}` : ""}`;
  }
  if (reportSlug) {
    return `/office/reports/${reportSlug}${citySlug ? `?city=${citySlug}#missing` : ""}`;
  }
  if (kind === "stale") return "/office/projects";
  if (!recordId || !recordKind) return "/office";
  if (kind === "mentioned") return `${recordPath({ id: recordId, kind: recordKind })}#discussion`;
  return `/${locale}/cities/${citySlug}${recordSlug ? `/projects/${recordSlug}` : ""}`;
}

/** A notice as a mail tells it. */
export type MailNotice = NoticeAbout & {
  id: string;
  at: Date;
  detail: NoticeDetail;
  /** Of a clarification, what is open: what was said of the whole, then by field, the oldest first. */
  questions: Question[];
};

/** What is asked about a field, or about a submission as a whole, with everything that was said since. */
export type Question = {
  /** Null for the whole. */
  field: string | null;
  threadId: string | null;
  isSuggestion: boolean;
  comments: { byName: string; text: string }[];
};

/** Somebody to whom a mail is written. */
export type Recipient = {
  id: string;
  locale: string;
  timeZone: string | null;
  /** When their last digest was made. */
  digestAt: Date | null;
};
