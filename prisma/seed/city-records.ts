import type { Tx } from "@/lib/db/client";
import { addDrafts } from "@/lib/db/drafts";
import { addEditions } from "@/lib/db/editions";
import { emptyPlan, planSlug } from "@/lib/domain/record/plan";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { type Day, fromDay } from "@/lib/domain/values/day";
import { toAssessments } from "./assessments";
import type { FrameworkData, PlanData, ProjectData } from "./data";
import type { Documents } from "./documents";
import type { CityHistory, PartnerData } from "./history-data";
import { idOf, planIdOf, planStartYear } from "./ids";
import { toPlanEditions } from "./plan-profile";
import { toEditions } from "./project-history";
import { frameworkSlug } from "./reference-data";
import { addSubjectLinks } from "./subjects";
import type { SubjectsOfItem } from "./subjects-data";

const period = { startYear: planStartYear, endYear: 2025 };

/** A record with all its editions; `draft` is its present content. */
type PastRecord = {
  id: string;
  kind: RecordKind;
  slug: string;
  draft: RecordFields;
  editions: { effectiveOn: Day; fields: RecordFields; source: string }[];
};

/** The data of a city, with the titles and days of the documents that they come from. */
export type CityRecords = {
  plan: PlanData | undefined;
  projects: ProjectData[];
  framework: FrameworkData;
  history: CityHistory;
  documents: Documents;
  /** What of the city is about which subjects. */
  subjects: SubjectsOfItem[];
};

/** Adds a city's plan and projects with all their editions, drafts, timeline entries and assessments. */
export async function addRecords(
  tx: Tx,
  citySlug: string,
  data: CityRecords,
  now: Date,
): Promise<void> {
  const cityId = idOf("city", citySlug);
  const planId = planIdOf(citySlug);
  const plan = toPlanRecord(planId, data);
  const partners = new Map(data.history.partners.map((partner) => [partner.key, partner]));
  const projects = data.projects.map((project) => toProjectRecord(project, data, partners));
  const records = [plan, ...projects];

  await tx.record.createMany({
    data: records.map(({ id, kind }) => ({ id, kind, cityId, createdAt: now })),
  });
  const frameworkId = idOf("framework", frameworkSlug);
  await tx.plan.create({ data: { id: planId, cityId, frameworkId, ...period } });
  await tx.project.createMany({
    data: projects.map(({ id, slug }) => ({ id, cityId, planId, slug })),
  });
  // Subjects come before the editions: the search words of a project are derived from both.
  await addSubjectLinks(tx, data.subjects);
  for (const { id, kind, draft, editions } of records) {
    // A draft was last changed on the day of what it says, and not on the day of the installation.
    const day = editions.at(-1)?.effectiveOn;
    const at = day === undefined ? now : fromDay(day);
    await addDrafts(tx, [{ recordId: id, kind, fields: draft, at, byId: null }]);
  }
  await addHistory(tx, cityId, records, now);
  await tx.assessment.createMany({
    data: toAssessments(data.history, data.documents).map((assessment) => ({
      ...assessment,
      at: now,
      byId: null,
    })),
  });
}

function toPlanRecord(id: string, data: CityRecords): PastRecord {
  const slug = planSlug(period);
  const { plan, history, framework, documents } = data;
  if (!plan) return { id, kind: "plan", slug, draft: emptyPlan, editions: [] };
  const editions = toPlanEditions(plan, history, framework, documents);
  return { id, kind: "plan", slug, draft: editions.at(-1)?.fields ?? emptyPlan, editions };
}

function toProjectRecord(
  project: ProjectData,
  { plan, history, documents }: CityRecords,
  partners: Map<string, PartnerData>,
): PastRecord {
  const own = history.projects.find((candidate) => candidate.id === project.id);
  if (!own) throw new Error(`No document tells of ${project.id}`);
  const editions = toEditions(project, plan, { history: own, documents, partners });
  const last = editions.at(-1);
  if (!last) throw new Error(`${project.id} is in no plan and in no report`);
  const slug = project.id.slice(`${project.citySlug}--`.length);
  return { id: idOf("project", project.id), kind: "project", slug, draft: last.fields, editions };
}

async function addHistory(tx: Tx, cityId: string, records: PastRecord[], now: Date) {
  const past = records.flatMap(({ editions, ...record }) =>
    editions.map(({ source, ...edition }) => ({ record, edition, source })),
  );
  const added = await addEditions(
    tx,
    cityId,
    past.map(({ record, edition }) => ({
      ...edition,
      id: idOf("edition", record.id, edition.effectiveOn),
      record: { ...record, cityId },
      publishedAt: now,
      submissionId: null,
      origin: "documents",
    })),
  );
  await tx.timelineEntry.createMany({
    data: past.map(({ record, edition, source }, index) => ({
      id: idOf("timeline", record.id, edition.effectiveOn),
      at: now,
      kind: "imported",
      cityId,
      recordId: record.id,
      detail: { ...added[index], source },
    })),
  });
}
