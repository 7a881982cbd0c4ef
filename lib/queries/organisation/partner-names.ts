import "server-only";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { findMeanings } from "@/lib/db/organisations";
import { meantBy, nameKey } from "@/lib/domain/organisation/name";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { openStates } from "@/lib/domain/review/submission";

/** A partner's name that means no organisation, in the projects of one country. */
export type OfferedName = {
  key: string;
  /** As one of the projects writes it. */
  name: string;
  countryCode: string;
  /** In how many projects it is public, or in open submissions. */
  projects: number;
  /** One of the projects. */
  example: { title: string; href: string };
};

/** The most names that the page offers at once; the others follow when these are done. */
const maxOffered = 100;
const maxSubmitted = 1000;

/**
 * Lists the partners' names that mean no organisation, in published editions, older ones too, and in open submissions:
 * those that are to be matched, and those that were left as they are written. Drafts are the cities' own. Empty for
 * whoever does not manage organisations.
 */
export async function listOfferedPartnerNames(
  reader: SignedIn,
): Promise<{ offered: OfferedName[]; left: OfferedName[] }> {
  if (!can(reader, "organisation.manage", {})) return { offered: [], left: [] };
  const [published, submitted] = await Promise.all([listPublished(), listSubmitted()]);
  const byKey = new Map<string, OfferedName>();
  for (const row of [...published, ...submitted]) {
    const id = `${row.key} ${row.countryCode}`;
    if (!byKey.has(id)) byKey.set(id, row);
  }
  const names = [...byKey.values()].sort(
    (a, b) => b.projects - a.projects || a.name.localeCompare(b.name, "en"),
  );
  const isLeft = await findLeft(names.map(({ key }) => key));
  return {
    offered: names.filter((name) => !isLeft(name)).slice(0, maxOffered),
    left: names.filter(isLeft).slice(0, maxOffered),
  };
}

type Row = Omit<OfferedName, "example"> & { title: string; path: string };

async function listPublished(): Promise<OfferedName[]> {
  const rows = await database().$queryRaw<Row[]>`
    select p.keys[1] as key, p."countryCode", min(p.name) as name, count(distinct s."recordId")::int as projects,
      (array_agg(s.title order by p."fromDay" desc, s."recordId"))[1] as title,
      (array_agg('/en/cities/' || c.slug || '/projects/' || s.slug
        order by p."fromDay" desc, s."recordId"))[1] as path
    from "PeriodPartner" p
    join "EditionPeriod" s on s."editionId" = p."editionId"
    join "City" c on c.id = p."cityId"
    where p."organisationId" is null and p.keys[1] <> ''
    group by p.keys[1], p."countryCode"`;
  return rows.map(({ title, path, ...row }) => ({ ...row, example: { title, href: path } }));
}

type Submitted = { id: string; title: string; name: string; countryCode: string };

async function listSubmitted(): Promise<OfferedName[]> {
  const rows = await database().$queryRaw<Submitted[]>`
    select s.id, coalesce(s.content ->> 'title', '') as title, partner ->> 'name' as name, c."countryCode"
    from "Submission" s
    join "Record" r on r.id = s."recordId" and r.kind = 'project'
    join "City" c on c.id = s."cityId"
    cross join lateral jsonb_array_elements(coalesce(s.content -> 'partners', '[]')) partner
    where s.state in (${Prisma.join(openStates.map((state) => Prisma.sql`${state}::"SubmissionState"`))})
    order by s."submittedAt" desc
    limit ${maxSubmitted}`;
  const meanings = await findMeanings(
    database(),
    rows.map(({ name }) => name),
  );
  const unknown = rows.filter(
    ({ name, countryCode }) =>
      nameKey(name) !== "" && meantBy(meanings, name, countryCode) === null,
  );
  const byKey = new Map<string, OfferedName & { ids: Set<string> }>();
  for (const { id, title, name, countryCode } of unknown) {
    const key = nameKey(name);
    const known = byKey.get(`${key} ${countryCode}`);
    const ids = (known?.ids ?? new Set<string>()).add(id);
    const example = known?.example ?? { title, href: `/office/submissions/${id}` };
    byKey.set(`${key} ${countryCode}`, {
      key,
      name,
      countryCode,
      projects: ids.size,
      example,
      ids,
    });
  }
  return [...byKey.values()].map(({ ids: _, ...row }) => row);
}

/** Returns the function that says whether a name was left as it is written in its country. */
async function findLeft(keys: string[]) {
  const rows = await database().organisationName.findMany({
    where: { key: { in: keys }, organisationId: null },
    select: { key: true, within: true },
  });
  const left = new Set(rows.map(({ key, within }) => `${key} ${within}`));
  return ({ key, countryCode }: OfferedName) => left.has(`${key} ${countryCode}`);
}
