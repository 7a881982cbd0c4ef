import { type Grant, isOf, type Role, type RoleOf } from "@/lib/domain/people/roles";

/** Somebody with a valid session. It is read once for each request and never built from form input. */
export type SignedIn = {
  kind: "signed_in";
  personId: string;
  sessionId: string;
  name: string;
  grants: Grant[];
};

/** Somebody who opened a one-time link to set a password; this is all they may do. */
export type LinkHolder = { kind: "link_holder"; personId: string; linkId: string };

/**
 * Somebody who opened the link at the end of a mail that was sent to them; they may unsubscribe from such mails and
 * nothing else.
 */
export type MailReader = { kind: "mail_reader"; personId: string };

/** Somebody who is not signed in. */
export type Visitor = { kind: "visitor" };

/** Who is acting. */
export type Actor = Visitor | LinkHolder | MailReader | SignedIn;

/** Returns the cities whose staff this person is. */
export function ownCityIds(reader: SignedIn): string[] {
  return reader.grants.flatMap((grant) => ("cityId" in grant ? [grant.cityId] : []));
}

/** Returns the countries this person represents. */
export function ownCountryCodes(reader: SignedIn): string[] {
  return reader.grants.flatMap((grant) => ("countryCode" in grant ? [grant.countryCode] : []));
}

/** Returns true when the person holds this role for the whole network. */
export function holds(reader: SignedIn, role: RoleOf<"network">): boolean {
  return reader.grants.some((grant) => grant.role === role);
}

/** Returns true when the person holds a role for the whole network. */
export function isOfSecretariat({ grants }: { grants: { role: Role }[] }): boolean {
  return grants.some(({ role }) => isOf("network", role));
}

/** Returns true when the person answers feedback from the public: a city's staff and the secretariat do. */
export function answersFeedback(reader: SignedIn): boolean {
  return ownCityIds(reader).length > 0 || isOfSecretariat(reader);
}

/** Returns true when the person sees the board of cities: representatives see their country, the secretariat sees all. */
export function seesBoard(reader: SignedIn): boolean {
  return ownCountryCodes(reader).length > 0 || isOfSecretariat(reader);
}
