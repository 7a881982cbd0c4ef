import "server-only";
import { validate as isUuid } from "uuid";
import { database } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import type { SignedIn } from "@/lib/domain/people/actor";
import { newestSchemaVersion } from "@/lib/domain/record/edition";
import { localLanguagesOf } from "@/lib/domain/record/local-parts";
import { planSlug } from "@/lib/domain/record/plan";
import { emptyFields } from "@/lib/domain/record/record";
import { withBlanks } from "@/lib/domain/record/translation";
import { toProjectSheet, toWorkbook } from "@/lib/domain/sheet/export";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import { visiblePlans } from "@/lib/queries/shared/visible";
import { readPlanNames } from "@/lib/sheets/names";
import { sheetWords } from "@/lib/sheets/words";

/** More records than any city of the network has. */
const maxWithBlanks = 200;

/**
 * Returns a plan's profile and all its projects from their drafts, as the sheets of a workbook, and its projects as one
 * sheet. Null when the reader has no such plan.
 */
export async function findPlanSheets(
  reader: SignedIn,
  planId: string,
  now: Date,
): Promise<{
  fileName: string;
  workbook: () => [Sheet, ...Sheet[]];
  projects: () => Sheet;
} | null> {
  if (!isUuid(planId)) return null;
  const plan = await database().plan.findFirst({
    where: { AND: [{ id: planId }, visiblePlans(reader)] },
    select: {
      id: true,
      cityId: true,
      startYear: true,
      endYear: true,
      frameworkId: true,
      city: { select: { name: true, slug: true, officialLanguages: true } },
    },
  });
  if (!plan) return null;

  const drafts = await listDrafts(plan.id);
  // One row for each text that could be translated, unless the plan is so large that nobody would fill them in.
  const languages = drafts.length > maxWithBlanks ? [] : localLanguagesOf(plan.city);
  const records = drafts.map((draft) => ({
    ...draft,
    fields: withBlanks(draft.fields, languages),
  }));
  const context = {
    words: sheetWords,
    terms: await getFrameworkTerms(database(), { id: plan.frameworkId }),
    names: await readPlanNames(database(), plan),
    meanings: new Map<string, string>(),
  };
  const origin = {
    planId: plan.id,
    exportedAt: now.toISOString(),
    schemaVersion: newestSchemaVersion,
  };
  const name = `${plan.city.name} ${planSlug(plan)}`;
  return {
    fileName: `${plan.city.slug}-${planSlug(plan)}`,
    workbook: () => toWorkbook(records, origin, name, context),
    projects: () => toProjectSheet(records, context),
  };
}

/**
 * The plan's profile first, then its projects by title. Stored fields are used without parsing: each was parsed when it
 * was written, and parsing five thousand again takes longer than writing the file.
 */
async function listDrafts(planId: string) {
  const drafts = await database().$queryRaw<
    { id: string; kind: "plan" | "project"; content: object; version: number }[]
  >`
    select r.id, r.kind::text as kind, d.content, d.version
    from "Record" r
    join "Draft" d on d."recordId" = r.id
    left join "Project" p on p.id = r.id
    where r.id = ${planId}::uuid or p."planId" = ${planId}::uuid
    order by r.kind, d.content ->> 'title' collate "und-x-icu", r.id`;
  return drafts.map(({ content, ...draft }) => ({
    ...draft,
    fields: { ...emptyFields(draft.kind), ...content } as Record<string, unknown>,
  }));
}
