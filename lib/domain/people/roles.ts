/** The place of a role: one city, one country, or the whole network. */
export type Scope = "city" | "country" | "network";

/** Every role with where it applies, in the order in which forms list them. policy.ts says what each role may do. */
const table = {
  editor: { of: "city", mayBeAlternate: false },
  lead: { of: "city", mayBeAlternate: false },
  representative: { of: "country", mayBeAlternate: true },
  reviewer: { of: "network", mayBeAlternate: false },
  administrator: { of: "network", mayBeAlternate: false },
} as const satisfies Record<string, { of: Scope; mayBeAlternate: boolean }>;

export type Role = keyof typeof table;

/** The roles that apply in this scope. */
export type RoleOf<S extends Scope> = {
  [R in Role]: (typeof table)[R]["of"] extends S ? R : never;
}[Role];

// TypeScript types the result of Object.keys as plain strings.
export const roles = Object.keys(table) as [Role, ...Role[]];

/** Returns true when the role applies in this scope. */
export function isOf<S extends Scope>(scope: S, role: Role): role is RoleOf<S> {
  return table[role].of === scope;
}

/** Returns true when the role can have an alternate, who acts when the other one is away. */
export function mayBeAlternate(role: Role): boolean {
  return table[role].mayBeAlternate;
}

/** A role that somebody holds, and where. */
export type Grant =
  | { role: RoleOf<"city">; cityId: string }
  | { role: RoleOf<"country">; countryCode: string }
  | { role: RoleOf<"network"> };

/**
 * Returns the grant of a database row; a network role has no place. Returns none when the place is missing, which a
 * check constraint prevents.
 */
export function toGrants(row: {
  role: Role;
  cityId: string | null;
  countryCode: string | null;
}): Grant[] {
  const { role, cityId, countryCode } = row;
  if (isOf("city", role)) return cityId ? [{ role, cityId }] : [];
  if (isOf("country", role)) return countryCode ? [{ role, countryCode }] : [];
  return isOf("network", role) ? [{ role }] : [];
}
