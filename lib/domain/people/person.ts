import * as z from "zod";
import { ownCityIds, type SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { isOf, mayBeAlternate, type Role, roles } from "@/lib/domain/people/roles";
import { line } from "@/lib/domain/values/text";

const selected = (schema: z.ZodType<string>) =>
  z
    .union([z.literal("").transform(() => null), schema])
    .optional()
    .transform((value) => value ?? null);

const grantShape = {
  role: z.enum(roles),
  /** A checkbox sends "on". */
  isAlternate: z.literal("on").optional(),
  cityId: selected(z.uuid()),
  countryCode: selected(z.string().length(2)),
};

/** Adds an error when the city or the country of a role is missing. */
function placed<T extends { role: Role; cityId: string | null; countryCode: string | null }>(
  grant: T,
  context: z.RefinementCtx,
) {
  if (isOf("city", grant.role) && grant.cityId === null) {
    context.addIssue({ code: "custom", message: "city_missing", path: ["cityId"] });
  }
  if (isOf("country", grant.role) && grant.countryCode === null) {
    context.addIssue({ code: "custom", message: "country_missing", path: ["countryCode"] });
  }
}

/** The schema of a person's e-mail address, in lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .refine((value) => value !== "", "missing")
  .pipe(z.email());

/** The schema of a new person and their first grant. A person who exists already gets the grant added. */
export const personForm = z
  .object({ email, name: line(120).refine((name) => name !== "", "missing"), ...grantShape })
  .superRefine(placed)
  .transform((person) => ({ ...person, ...onlyItsPlace(person) }));

/**
 * Removes the city from a role that has none, and the alternate from a role that cannot have one, so that a form may
 * send all its fields.
 */
function onlyItsPlace(grant: {
  role: Role;
  cityId: string | null;
  countryCode: string | null;
  isAlternate?: "on" | undefined;
}) {
  return {
    isAlternate: mayBeAlternate(grant.role) && grant.isAlternate === "on",
    cityId: isOf("city", grant.role) ? grant.cityId : null,
    countryCode: isOf("country", grant.role) ? grant.countryCode : null,
  };
}

/** Returns true when this reader manages people: an administrator manages everybody, a lead the staff of their city. */
export function looksAfterPeople(reader: SignedIn): boolean {
  return (
    can(reader, "person.add", { role: "administrator", cityId: null }) ||
    ownCityIds(reader).some((cityId) => can(reader, "person.add", { role: "editor", cityId }))
  );
}

/** Returns the roles that this reader may grant in at least one place. */
export function givableRoles(reader: SignedIn): Role[] {
  return roles.filter((role) =>
    [null, ...ownCityIds(reader)].some((cityId) => can(reader, "person.add", { role, cityId })),
  );
}
