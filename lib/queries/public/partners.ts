import "server-only";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type Day, fromDay } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { text } from "@/lib/domain/values/text";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";
import {
  findOrganisation,
  type NamedOrganisation,
  type PublicOrganisation,
} from "@/lib/queries/public/organisations";

/** A partner named by listed projects: an organisation, or a name that means none, as one of them spells it. */
export type PublicPartner = {
  slug: string;
  name: string;
  projects: number;
  cities: number;
  organisation: PublicOrganisation | null;
};

type Row = PublicPartner & { place: string };

/**
 * Lists the partners named on this day, by name, at most `limit` after the cursor, each with the number of listed
 * projects that name them. The database skips from partner to partner, so a page reads only the rows of its own
 * partners. Null for an invalid cursor.
 */
export async function listPartners({
  asOf,
  cursor,
  limit,
}: {
  asOf: Day | null;
  cursor: string | null;
  limit: number;
}): Promise<{ partners: PublicPartner[]; nextCursor: string | null } | null> {
  const [after] = cursor === null ? [""] : (readCursor(cursor, [text(400)] as const) ?? []);
  if (after === undefined) return null;
  const next = (place: Prisma.Sql) => Prisma.sql`
    (select p.place from "PeriodPartner" p where ${holds(asOf)} and p.place > ${place} order by p.place limit 1)`;
  const found = await database().$queryRaw<Row[]>`
    with recursive step (place, number) as (
      select ${next(Prisma.sql`${after}`)}, 1
      union all
      select ${next(Prisma.sql`step.place`)}, step.number + 1
      from step where step.place is not null and step.number <= ${limit})
    select step.place, named.slug, coalesce(o.name, named.name) as name, named.projects, named.cities,
      case when o.id is not null then jsonb_build_object('slug', o.slug, 'name', o.name, 'kind', o.kind,
        'countryCode', o."countryCode") end as organisation
    from step cross join lateral (
      select min(p.slug) as slug, min(p.name) as name, min(p."organisationId"::text)::uuid as "organisationId",
        count(*)::int as projects, count(distinct p."cityId")::int as cities
      from "PeriodPartner" p where ${holds(asOf)} and p.place = step.place) named
    left join "Organisation" o on o.id = named."organisationId"
    where step.place is not null
    order by step.place`;
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    partners: shown.map(({ place: _, ...partner }) => partner),
    nextCursor: last ? toCursor([last.place]) : null,
  };
}

/**
 * Returns the partner at this address: an organisation; else a name that means none, as the latest listed project
 * spells it, or a closed one. Null when there is neither.
 */
export async function findPartner(
  slug: string,
): Promise<{ name: string; organisation: NamedOrganisation | null } | null> {
  if (!isSlug(slug)) return null;
  const organisation = await findOrganisation(slug);
  if (organisation) return { name: organisation.name, organisation };
  const written = await database().periodPartner.findFirst({
    where: { slug },
    orderBy: [{ isListed: "desc" }, { fromDay: "desc" }, { name: "asc" }],
    select: { name: true },
  });
  return written && { name: written.name, organisation: null };
}

/** Returns the condition for rows `p` of listed projects' periods that hold on this day. */
function holds(asOf: Day | null): Prisma.Sql {
  if (asOf === null) return Prisma.sql`p."isListed" and p."untilDay" is null`;
  const on = fromDay(asOf);
  return Prisma.sql`p."isListed" and p."fromDay" <= ${on}::date
    and (p."untilDay" is null or p."untilDay" > ${on}::date)`;
}
