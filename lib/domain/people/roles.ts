/** Where a role holds: in one city, for one country, or for the whole network. */
export type Scope = "city" | "country" | "network";

/** Every role once, with where it holds, in the order in which people choose one. What each may do is in policy.ts. */
const table = {
  editor: { of: "city", mayBeAlternate: false },
  lead: { of: "city", mayBeAlternate: false },
  representative: { of: "country", mayBeAlternate: true },
  reviewer: { of: "network", mayBeAlternate: false },
  administrator: { of: "network", mayBeAlternate: false },
} as const satisfies Record<string, { of: Scope; mayBeAlternate: boolean }>;

export type Role = keyof typeof table;

/** The roles that hold in a place of this kind. */
export type RoleOf<S extends Scope> = {
  [R in Role]: (typeof table)[R]["of"] extends S ? R : never;
}[Role];

// Object.keys knows no names: these are the table's.
export const roles = Object.keys(table) as [Role, ...Role[]];

/** Returns whether the role holds in a place of this kind. */
export function isOf<S extends Scope>(scope: S, role: Role): role is RoleOf<S> {
  return table[role].of === scope;
}

/** Returns whether somebody may hold the role beside the one who holds it first, and step in for them. */
export function mayBeAlternate(role: Role): boolean {
  return table[role].mayBeAlternate;
}

/** A role somebody holds, and where. */
export type Grant =
  | { role: RoleOf<"city">; cityId: string }
  | { role: RoleOf<"country">; countryCode: string }
  | { role: RoleOf<"network"> };

/**
 * Returns the grant of a row of the database, where a role of the network has no place; none where the place of the
 * role is missing, which a check of the database keeps from being.
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
