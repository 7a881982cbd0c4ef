import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/**
 * SQL expression over "Person" p: the time zone in which they read times, their own choice or else their first city's;
 * null without either.
 */
export const timeZoneOfPerson: Prisma.Sql = Prisma.sql`coalesce(p."timeZone", (
  select c."timeZone" from "Grant" g join "City" c on c.id = g."cityId"
  where g."personId" = p.id and g."removedAt" is null
  order by g."grantedAt", g.id limit 1))`;
