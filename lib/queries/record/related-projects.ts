import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { defaultLocale } from "@/lib/domain/language/locale";
import type { SignedIn } from "@/lib/domain/people/actor";
import type { Names } from "@/lib/domain/values/names";
import { line } from "@/lib/domain/values/text";
import { visibleCities } from "@/lib/queries/shared/visible";

const maxShown = 10;

const asked = z.object({ q: line(200).pipe(z.string().min(1)), not: z.uuid() });

/** A project that may be named as related: one's own by the title of its draft, another by its published title. */
export type NameableProject = { id: string; title: string; city: string; href: string };

/**
 * Lists the projects that this reader may name whose title contains `q`, their own city's first; `not` is the project
 * that would name them. Empty for an invalid request.
 */
export async function findNameableProjects(
  reader: SignedIn,
  question: unknown,
): Promise<NameableProject[]> {
  const { data } = asked.safeParse(question);
  if (!data) return [];
  const titled = `%${data.q.replaceAll(/[\\%_]/gu, "\\$&")}%`;
  const own = visibleCities(reader);
  return database().$queryRaw<NameableProject[]>`
    select id, title, city, href from (
      select r.id, d.content->>'title' as title, c.name as city, '/office/projects/' || r.id as href, 0 as place
      from "Record" r join "Draft" d on d."recordId" = r.id join "City" c on c.id = r."cityId"
      where r.kind = 'project' and ${own}
      union all
      select s."recordId", s.title, c.name,
        ${`/${defaultLocale}/cities/`} || c.slug || '/projects/' || s.slug, 1
      from "EditionPeriod" s join "City" c on c.id = s."cityId"
      where s.kind = 'project' and s."untilDay" is null and not s."isWithheld" and not (${own})
    ) named
    where title ilike ${titled} and id <> ${data.not}::uuid
    order by place, title, id
    limit ${maxShown}`;
}

/**
 * Returns the names of projects by their ids, each with the page that this reader may open; without those they may not
 * see.
 */
export async function namesOfProjects(reader: SignedIn, ids: string[]): Promise<Names> {
  if (ids.length === 0) return {};
  const named = await database().$queryRaw<{ id: string; text: string; href: string }[]>`
    select r.id, coalesce(own.title, s.title) as text,
      case when own.title is null then ${`/${defaultLocale}/cities/`} || c.slug || '/projects/' || s.slug
        else '/office/projects/' || r.id end as href
    from "Record" r
    join "City" c on c.id = r."cityId"
    left join lateral (
      select d.content->>'title' as title from "Draft" d where d."recordId" = r.id and ${visibleCities(reader)}
    ) own on true
    left join "EditionPeriod" s on s."recordId" = r.id and s."untilDay" is null and not s."isWithheld"
    where r.kind = 'project' and r.id = any(${ids}::uuid[]) and coalesce(own.title, s.title) is not null`;
  return Object.fromEntries(named.map(({ id, text, href }) => [id, { text, href }]));
}
