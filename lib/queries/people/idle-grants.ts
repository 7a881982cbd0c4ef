import "server-only";
import { database } from "@/lib/db/client";
import { holds, type SignedIn } from "@/lib/domain/people/actor";
import type { Role } from "@/lib/domain/people/roles";

/** Days without signing in after which a role is shown as idle: half of the reporting year. */
const idleDays = 180;

/** A role whose holder has been away for long, and the people of the same city or country who could take it over. */
export type IdleGrant = {
  id: string;
  role: Role;
  city: string | null;
  country: string | null;
  personId: string;
  name: string;
  lastSeenAt: Date | null;
  candidates: { id: string; name: string }[];
};

/**
 * Lists roles whose holder has not signed in for 180 days, the longest first, at most 50, each with the people who may
 * take it over: those of the same city, country or secretariat who signed in since. Empty for anybody but an
 * administrator.
 */
export async function listIdleGrants(reader: SignedIn, now: Date): Promise<IdleGrant[]> {
  if (!holds(reader, "administrator")) return [];
  const since = new Date(now.getTime() - idleDays * 86_400_000);
  return database().$queryRaw<IdleGrant[]>`
    with seen as (
      select p.id, p.name, p."createdAt", max(s."lastSeenAt") as at
      from "Person" p left join "Session" s on s."personId" = p.id
      where p."deactivatedAt" is null group by p.id)
    select g.id, g.role::text as role, c.name as city, n.name as country, o.id as "personId", o.name,
      o.at as "lastSeenAt", coalesce((
        select json_agg(json_build_object('id', h.id, 'name', h.name) order by h.name, h.id)
        from seen h where h.id <> o.id and h.at >= ${since} and exists (
          select 1 from "Grant" x where x."personId" = h.id and x."removedAt" is null
            and case when g."cityId" is not null then x."cityId" = g."cityId"
              when g."countryCode" is not null then x."countryCode" = g."countryCode"
              else x.role in ('reviewer', 'administrator') end)), '[]'::json) as candidates
    from "Grant" g
    join seen o on o.id = g."personId"
    left join "City" c on c.id = g."cityId"
    left join "Country" n on n.code = g."countryCode"
    where g."removedAt" is null and coalesce(o.at, o."createdAt") < ${since}
    order by coalesce(o.at, o."createdAt"), g.id limit 50`;
}
