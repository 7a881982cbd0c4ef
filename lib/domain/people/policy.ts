import { type Actor, holds, type SignedIn } from "@/lib/domain/people/actor";
import type { Role } from "@/lib/domain/people/roles";

/** Every permission, with the facts that its rule needs. */
export type Permissions = {
  "project.create": { cityId: string };
  "draft.edit": { cityId: string };
  "evidence.add": { cityId: string };
  "draft.comment": { cityId: string };
  "notice.read": { personId: string };
  "notice.choose": { personId: string };
  "mail.unsubscribe": { personId: string };
  "mail.manage": { mailId: string };
  "job.manage": { jobId: string };
  "plan.import": { cityId: string };
  "assessment.answer": { cityId: string };
  "assessment.write": { recordId: string };
  "draft.submit": { cityId: string };
  "submission.withdraw": { cityId: string };
  "submission.comment": { cityId: string; countryCode: string };
  "submission.clear": { countryCode: string };
  "submission.ask": { countryCode: string };
  "submission.claim": { submittedById: string };
  "submission.decide": { submittedById: string };
  "thread.resolve": { openedById: string };
  "note.write": { recordId: string };
  "evidence.rate": { recordId: string };
  "record.withhold": { recordId: string };
  "edition.correct": { recordId: string };
  "person.add": { role: Role; cityId: string | null };
  "person.deactivate": { personId: string };
  "passwordLink.make": { personId: string };
  "grant.remove": { grantId: string };
  "grant.handOver": { grantId: string };
  /** A report belongs to the network, so the rule needs no facts. */
  "report.manage": object;
  "report.extend": object;
  "report.freeze": object;
  /** Organisations belong to the network. */
  "organisation.manage": object;
  "view.keep": { personId: string };
  "password.change": { personId: string };
  "password.set": { personId: string };
  /** Everybody has this permission, so the rule needs no facts. */
  "feedback.send": object;
  "feedback.answer": FeedbackFor;
  "feedback.setAside": FeedbackFor;
  "feedback.removeAddress": FeedbackFor;
};

/**
 * The facts that decide who answers feedback: a city answers what is about its pages, the secretariat everything, its
 * administrator translations.
 */
export type FeedbackFor = { kind: "page" | "translation" | "accessibility"; cityId: string | null };

export type Permission = keyof Permissions;

type Rules<A, P extends Permission> = { [K in P]: (actor: A, subject: Permissions[K]) => boolean };

/** The source of every row is the table "Who may do what" in docs/permissions.md. */
const rules: Rules<SignedIn, Exclude<Permission, keyof typeof linkRules | OpenPermission>> = {
  "project.create": (actor, city) => isStaff(actor, city.cityId),
  "draft.edit": (actor, record) => isStaff(actor, record.cityId),
  "evidence.add": (actor, record) => isStaff(actor, record.cityId),
  "draft.comment": (actor, record) => isStaff(actor, record.cityId),
  "notice.read": (actor, notice) => actor.personId === notice.personId,
  "notice.choose": (actor, person) => actor.personId === person.personId,
  "mail.manage": (actor) => holds(actor, "administrator"),
  "job.manage": (actor) => holds(actor, "administrator"),
  "plan.import": (actor, plan) => isStaff(actor, plan.cityId),
  "assessment.answer": (actor, record) => isStaff(actor, record.cityId),
  "assessment.write": (actor) => holds(actor, "reviewer") || holds(actor, "administrator"),
  "draft.submit": (actor, record) => isLead(actor, record.cityId),
  "submission.withdraw": (actor, submission) => isLead(actor, submission.cityId),
  "submission.comment": (actor, submission) =>
    isStaff(actor, submission.cityId) ||
    isRepresentative(actor, submission.countryCode) ||
    holds(actor, "reviewer"),
  "submission.clear": (actor, submission) => isRepresentative(actor, submission.countryCode),
  // lib/domain/review/steps.ts decides whose turn it is and that nobody decides alone, because it also gives the
  // reason.
  "submission.ask": (actor, submission) =>
    holds(actor, "reviewer") || isRepresentative(actor, submission.countryCode),
  "submission.claim": (actor) => holds(actor, "reviewer"),
  "submission.decide": (actor) => holds(actor, "reviewer"),
  // The person who opened a thread resolves it; a reviewer may resolve any thread.
  "thread.resolve": (actor, thread) =>
    holds(actor, "reviewer") || actor.personId === thread.openedById,
  "note.write": (actor) => holds(actor, "reviewer") || holds(actor, "administrator"),
  "evidence.rate": (actor) => holds(actor, "reviewer"),
  "record.withhold": (actor) => holds(actor, "reviewer"),
  "edition.correct": (actor) => holds(actor, "reviewer"),
  "person.add": (actor, grant) =>
    holds(actor, "administrator") ||
    (grant.role === "editor" && grant.cityId !== null && isLead(actor, grant.cityId)),
  "person.deactivate": (actor, person) =>
    holds(actor, "administrator") && actor.personId !== person.personId,
  "passwordLink.make": (actor) => holds(actor, "administrator"),
  "grant.remove": (actor) => holds(actor, "administrator"),
  "grant.handOver": (actor) => holds(actor, "administrator"),
  "report.manage": (actor) => holds(actor, "administrator"),
  "report.extend": (actor) => holds(actor, "administrator"),
  "report.freeze": (actor) => holds(actor, "administrator"),
  "organisation.manage": (actor) => holds(actor, "reviewer") || holds(actor, "administrator"),
  "view.keep": (actor, person) => actor.personId === person.personId,
  "password.change": (actor, person) => actor.personId === person.personId,
  "feedback.answer": answersIt,
  "feedback.setAside": answersIt,
  "feedback.removeAddress": answersIt,
};

/** The permissions of people who opened a link from a mail, each for the link's own person. */
const linkRules = {
  "password.set": "link_holder",
  "mail.unsubscribe": "mail_reader",
} as const;

/** The permissions that everybody has, without an account. */
export type OpenPermission = "feedback.send";

/** Returns true when everybody has this permission. */
export function isOpenToEverybody(permission: Permission): permission is OpenPermission {
  return permission === "feedback.send";
}

/** Returns true when this actor may do this to this subject. No other code decides this. */
export function can<P extends Permission>(
  actor: Actor,
  permission: P,
  subject: Permissions[P],
): boolean {
  if (isOpenToEverybody(permission)) return true;
  if (permission in linkRules) {
    const holder = linkRules[permission as keyof typeof linkRules];
    const { personId } = subject as Permissions[keyof typeof linkRules];
    return actor.kind === holder && actor.personId === personId;
  }
  if (actor.kind !== "signed_in") return false;
  // TypeScript cannot infer that a permission which is not open and not of a link has a row in `rules`.
  const rule = rules[permission as keyof typeof rules] as (
    actor: SignedIn,
    subject: Permissions[P],
  ) => boolean;
  return rule(actor, subject);
}

function isStaff(actor: SignedIn, cityId: string) {
  return actor.grants.some((grant) => "cityId" in grant && grant.cityId === cityId);
}

function isLead(actor: SignedIn, cityId: string) {
  return actor.grants.some((grant) => grant.role === "lead" && grant.cityId === cityId);
}

function isRepresentative(actor: SignedIn, countryCode: string) {
  return actor.grants.some(
    (grant) => grant.role === "representative" && grant.countryCode === countryCode,
  );
}

function answersIt(actor: SignedIn, { kind, cityId }: FeedbackFor) {
  if (holds(actor, "administrator")) return true;
  if (kind === "translation") return false;
  return holds(actor, "reviewer") || (cityId !== null && isStaff(actor, cityId));
}
