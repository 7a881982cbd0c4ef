import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { Term } from "@/lib/domain/record/framework";

/** A term of the network's framework for its own page. */
export type PublicTerm = Term & { source: string };

const term = { slug: true, name: true, description: true, source: true } as const;
// Frameworks are endorsed one after the other: the last one is the network's.
const newest = { orderBy: { endorsedOn: "desc" }, select: { id: true } } as const;

/** Lists the focus areas of the network's framework, in its order. */
export async function listFocusAreas(): Promise<PublicTerm[]> {
  return database().focusArea.findMany({
    where: await ofNewestFramework(),
    orderBy: { position: "asc" },
    select: term,
  });
}

/** Lists the strategic outcomes of the network's framework, in its order. */
export async function listOutcomes(): Promise<PublicTerm[]> {
  return database().outcome.findMany({
    where: await ofNewestFramework(),
    orderBy: { position: "asc" },
    select: term,
  });
}

/** Lists the finer labels of projects below the focus areas, in their order. */
export async function listProjectTypes(): Promise<{ slug: string; name: string }[]> {
  return database().projectType.findMany({
    where: { focusArea: await ofNewestFramework() },
    orderBy: [{ focusArea: { position: "asc" } }, { name: "asc" }],
    select: { slug: true, name: true },
  });
}

/** A subject with its names in the languages of the public pages; `names` has those of all but English. */
export type PublicSubject = { slug: string; name: string; names: Record<string, string> };

/** Lists the subjects of the network, in its order. */
export async function listSubjects(): Promise<PublicSubject[]> {
  const subjects = await database().subject.findMany({
    orderBy: { position: "asc" },
    select: { slug: true, name: true, names: true },
  });
  return subjects.map((subject) => ({ ...subject, names: namesOfSubject.parse(subject.names) }));
}

const namesOfSubject = z.record(z.string(), z.string());

/** Returns the names of project types, by slug, for these areas. */
export async function getProjectTypeNames(slugs: string[]): Promise<Record<string, string>> {
  if (slugs.length === 0) return {};
  const types = await database().projectType.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, name: true },
  });
  return Object.fromEntries(types.map((type) => [type.slug, type.name]));
}

async function ofNewestFramework() {
  const framework = await database().framework.findFirst(newest);
  return { frameworkId: framework?.id ?? "00000000-0000-0000-0000-000000000000" };
}
