import type { Actor, Role, SignedIn } from "@/lib/domain/actor";
import type { SubmissionState } from "@/lib/domain/submission";

/** Every permission in the product, with the facts needed to decide it. */
export type Permissions = {
  "project.create": { cityId: string };
  "draft.edit": { cityId: string };
  "draft.submit": { cityId: string };
  "submission.withdraw": { cityId: string };
  "submission.comment": { cityId: string; countryCode: string };
  "submission.clear": { countryCode: string };
  "submission.ask": { countryCode: string; state: SubmissionState; needsClearance: boolean };
  "submission.decide": { submittedById: string; submitterMayDecide: boolean };
  "person.add": { role: Role; cityId: string | null };
  "person.deactivate": { personId: string };
  "passwordLink.make": { personId: string };
  "grant.remove": { grantId: string };
  "password.change": { personId: string };
  "password.set": { personId: string };
};

export type Permission = keyof Permissions;

type Rules<A, P extends Permission> = { [K in P]: (actor: A, subject: Permissions[K]) => boolean };

/** Source of every row: the table "Who may do what" in docs/permissions.md. */
const rules: Rules<SignedIn, Exclude<Permission, "password.set">> = {
  "project.create": (actor, city) => isStaff(actor, city.cityId),
  "draft.edit": (actor, record) => isStaff(actor, record.cityId),
  "draft.submit": (actor, record) => isLead(actor, record.cityId),
  "submission.withdraw": (actor, submission) => isLead(actor, submission.cityId),
  "submission.comment": (actor, submission) =>
    isStaff(actor, submission.cityId) ||
    isRepresentative(actor, submission.countryCode) ||
    has(actor, "reviewer"),
  "submission.clear": (actor, submission) => isRepresentative(actor, submission.countryCode),
  // A representative asks while it is their turn; afterwards the question is the reviewer's.
  "submission.ask": (actor, submission) =>
    has(actor, "reviewer") ||
    (submission.needsClearance &&
      submission.state === "submitted" &&
      isRepresentative(actor, submission.countryCode)),
  "submission.decide": (actor, submission) =>
    has(actor, "reviewer") &&
    (submission.submitterMayDecide || actor.personId !== submission.submittedById),
  "person.add": (actor, grant) =>
    has(actor, "administrator") ||
    (grant.role === "editor" && grant.cityId !== null && isLead(actor, grant.cityId)),
  "person.deactivate": (actor, person) =>
    has(actor, "administrator") && actor.personId !== person.personId,
  "passwordLink.make": (actor) => has(actor, "administrator"),
  "grant.remove": (actor) => has(actor, "administrator"),
  "password.change": (actor, person) => actor.personId === person.personId,
};

/** May this actor do this to that? The only place in the product that answers. */
export function can<P extends Permission>(
  actor: Actor,
  permission: P,
  subject: Permissions[P],
): boolean {
  if (permission === "password.set") {
    return (
      actor.kind === "link_holder" &&
      actor.personId === (subject as Permissions["password.set"]).personId
    );
  }
  if (actor.kind !== "signed_in") return false;
  // TypeScript cannot see that a permission other than password.set has a row in `rules`.
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

function has(actor: SignedIn, role: "reviewer" | "administrator") {
  return actor.grants.some((grant) => grant.role === role);
}
