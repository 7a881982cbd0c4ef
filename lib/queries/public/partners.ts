import "server-only";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { facet } from "@/lib/domain/site/facets";
import { partnerSlug } from "@/lib/domain/site/partner";
import { type Day, fromDay } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { text } from "@/lib/domain/values/text";
import { readProject } from "@/lib/queries/public/content";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";

/** A partner named by listed projects, spelled as one of them spells it. */
export type PublicPartner = { slug: string; name: string; projects: number; cities: number };

/**
 * Lists the partners named on this day, by name, at most `limit` after the cursor, each with the number of listed
 * projects that name them. The database skips from name to name, so a page reads only the rows of its own partners.
 * Null for an invalid cursor.
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
  const [after] = cursor === null ? [""] : (readCursor(cursor, [text(200)] as const) ?? []);
  if (after === undefined) return null;
  const next = (slug: Prisma.Sql) => Prisma.sql`
    (select p.slug from "PeriodPartner" p where ${holds(asOf)} and p.slug > ${slug} order by p.slug limit 1)`;
  const found = await database().$queryRaw<PublicPartner[]>`
    with recursive step (slug, place) as (
      select ${next(Prisma.sql`${after}`)}, 1
      union all
      select ${next(Prisma.sql`step.slug`)}, step.place + 1
      from step where step.slug is not null and step.place <= ${limit})
    select step.slug, named.name, named.projects, named.cities
    from step cross join lateral (
      select min(p.name) as name, count(*)::int as projects, count(distinct p."cityId")::int as cities
      from "PeriodPartner" p where ${holds(asOf)} and p.slug = step.slug) named
    where step.slug is not null
    order by step.slug`;
  const partners = found.slice(0, limit);
  const last = found.length > limit ? partners.at(-1) : undefined;
  return { partners, nextCursor: last ? toCursor([last.slug]) : null };
}

/**
 * Returns a partner's name as the latest listed project spells it, else as a closed one does; null when no project ever
 * named it.
 */
export async function findPartnerName(slug: string): Promise<string | null> {
  if (!isSlug(slug)) return null;
  const partner = await database().periodPartner.findFirst({
    where: { slug },
    orderBy: [{ fromDay: "desc" }, { name: "asc" }],
    select: { name: true },
  });
  return partner?.name ?? (await findNameInClosed(slug));
}

async function findNameInClosed(slug: string): Promise<string | null> {
  const period = await database().editionPeriod.findFirst({
    where: { facets: { hasEvery: [facet("partner", slug)] } },
    orderBy: [{ fromDay: "desc" }, { title: "asc" }],
    select: { edition: { select: { content: true } } },
  });
  const partners = period ? readProject(period.edition.content).partners : [];
  return partners.find(({ name }) => partnerSlug(name) === slug)?.name ?? null;
}

/** Returns the condition for rows `p` of periods that hold on this day. */
function holds(asOf: Day | null): Prisma.Sql {
  if (asOf === null) return Prisma.sql`p."untilDay" is null`;
  const on = fromDay(asOf);
  return Prisma.sql`p."fromDay" <= ${on}::date and (p."untilDay" is null or p."untilDay" > ${on}::date)`;
}
