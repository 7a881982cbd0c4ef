import "server-only";
import type { Tx } from "@/lib/db/client";
import type { Role } from "@/lib/domain/people/roles";

/**
 * Returns true when a person holds a role that excludes a grant: a reviewer takes no role in a city and a city's staff no
 * reviewer role, so that nobody decides on their own work. A country's rule for small offices may allow both. The
 * caller holds the person's lock.
 */
export async function holdsOpposite(
  tx: Tx,
  personId: string,
  { role, cityId }: { role: Role; cityId: string | null },
): Promise<boolean> {
  const held = { personId, removedAt: null };
  const isApart = { country: { submitterMayDecide: false } };
  if (role === "reviewer") return (await tx.grant.count({ where: { ...held, city: isApart } })) > 0;
  if (cityId === null) return false;
  const city = await tx.city.findFirst({ where: { id: cityId, ...isApart }, select: { id: true } });
  return city !== null && (await tx.grant.count({ where: { ...held, role: "reviewer" } })) > 0;
}
