import "server-only";
import { setImmediate } from "node:timers/promises";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { FrozenContent, FrozenProject } from "@/lib/domain/report/report";
import { toDay } from "@/lib/domain/values/day";
import { readPlan, readProject } from "@/lib/queries/public/content";

/**
 * Returns the contents of the editions of a freeze, by country, city and title; of one city when its slug is given. A
 * record that is withheld now is marked: it counts as it was frozen, and its text must not be shown.
 */
export async function getFrozenContent(
  freezeId: string,
  citySlug: string | null,
): Promise<FrozenContent> {
  const rows = await database().reportEdition.findMany({
    where: { freezeId, ...(citySlug !== null && { city: { slug: citySlug } }) },
    select: frozenSelect,
  });
  const withheld = await listWithheld(freezeId);
  const editions = rows.map(({ edition, city }) => ({
    ...edition,
    isWithheld: withheld.has(edition.recordId),
    effectiveOn: toDay(edition.effectiveOn),
    city: { ...city, countryName: city.country.name },
  }));
  const projects: FrozenProject[] = [];
  for (const [index, { content, ...edition }] of editions
    .filter(({ kind }) => kind === "project")
    .entries()) {
    projects.push({ ...edition, fields: readProject(content) });
    // Thousands take seconds to parse, so other requests get a turn in between.
    if (index % 200 === 199) await setImmediate();
  }
  return {
    projects: projects.sort(
      (a, b) =>
        order(a.city.countryName, b.city.countryName) ||
        order(a.city.name, b.city.name) ||
        order(a.fields.title, b.fields.title),
    ),
    plans: editions
      .filter((edition) => edition.kind === "plan")
      .map(({ content, ...edition }) => ({ ...edition, fields: readPlan(content) })),
  };
}

/** Returns true when a freeze holds a record that is withheld now: then its files are not served. */
export async function holdsWithheld(freezeId: string): Promise<boolean> {
  return (await listWithheld(freezeId)).size > 0;
}

const frozenSelect = {
  city: {
    select: {
      slug: true,
      name: true,
      countryCode: true,
      joinedYear: true,
      country: { select: { name: true } },
    },
  },
  edition: {
    select: {
      recordId: true,
      kind: true,
      slug: true,
      number: true,
      hash: true,
      effectiveOn: true,
      origin: true,
      content: true,
    },
  },
} as const satisfies Prisma.ReportEditionSelect;

/** Returns the records of a freeze that are withheld now. */
async function listWithheld(freezeId: string): Promise<Set<string>> {
  const periods = await database().editionPeriod.findMany({
    where: {
      isWithheld: true,
      record: { editions: { some: { reports: { some: { freezeId } } } } },
    },
    select: { recordId: true },
  });
  return new Set(periods.map((period) => period.recordId));
}

const { compare: order } = new Intl.Collator("en");
