import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { everywhere, nameKey } from "@/lib/domain/organisation/name";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { text } from "@/lib/domain/values/text";

const pageSize = 50;
/** The most organisations that a form offers to choose from. */
const maxOffered = 2000;

/** The state of the list as in its address. Invalid parts are ignored. */
export const organisationState = z.object({
  q: text(100).optional().catch(undefined),
  /** The cursor: the id of the last organisation of the page before. */
  after: z.uuid().optional().catch(undefined),
});

export type OrganisationState = z.output<typeof organisationState>;

/** Returns one page of the organisations, by name; none for whoever does not manage them. */
export async function listOrganisations(reader: SignedIn, { q, after }: OrganisationState) {
  if (!can(reader, "organisation.manage", {})) return { organisations: [], after: null };
  const rows = await database().organisation.findMany({
    where: { mergedIntoId: null, ...(q && { names: { some: matching(q) } }) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...(after && { cursor: { id: after }, skip: 1 }),
    take: pageSize + 1,
    select: { id: true, slug: true, name: true, kind: true, countryCode: true },
  });
  const page = rows.slice(0, pageSize);
  return {
    organisations: page,
    after: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Returns an organisation with its other names; null when this reader does not manage organisations. */
export async function findOrganisationToChange(reader: SignedIn, organisationId: string) {
  if (!can(reader, "organisation.manage", {}) || !z.uuid().safeParse(organisationId).success)
    return null;
  const found = await database().organisation.findUnique({
    where: { id: organisationId },
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      countryCode: true,
      changedAt: true,
      mergedInto: { select: { id: true, name: true } },
      names: {
        orderBy: [{ name: "asc" }, { within: "asc" }],
        select: { key: true, within: true, name: true },
      },
    },
  });
  if (!found) return null;
  const { names, ...organisation } = found;
  const isOwn = ({ key, within, name }: (typeof names)[number]) =>
    within === everywhere && (key === nameKey(found.name) || name === found.slug);
  return { ...organisation, otherNames: names.filter((row) => !isOwn(row)) };
}

/** Lists the names of all organisations, for a form in which one is chosen. */
export async function listOfferedNames(reader: SignedIn): Promise<string[]> {
  if (!can(reader, "organisation.manage", {})) return [];
  const rows = await database().organisation.findMany({
    where: { mergedIntoId: null },
    orderBy: { name: "asc" },
    take: maxOffered,
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

function matching(q: string): Prisma.OrganisationNameWhereInput {
  const key = nameKey(q);
  const contained = { name: { contains: q, mode: "insensitive" } } as const;
  return key === "" ? contained : { OR: [contained, { key: { contains: key } }] };
}
