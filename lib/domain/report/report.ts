import type { PlanFields } from "@/lib/domain/record/plan";
import { isListed, type ProjectFields, type Stage, stages } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";

/** A city as a report counts it. */
type ReportCity = {
  slug: string;
  name: string;
  countryCode: string;
  countryName: string;
  joinedYear: number;
};

/** What one edition of a freeze says of a project. */
export type FrozenProject = {
  recordId: string;
  slug: string;
  city: ReportCity;
  number: number;
  hash: string;
  effectiveOn: Day;
  fields: ProjectFields;
  /** Counted as it was frozen, but its words are not shown while the secretariat withholds it. */
  isWithheld: boolean;
};

/** What one edition of a freeze says of a city's plan. */
export type FrozenPlan = Omit<FrozenProject, "fields"> & { fields: PlanFields };

/** All editions of one freeze. Every figure of a report is made of these and nothing else. */
export type FrozenContent = { projects: FrozenProject[]; plans: FrozenPlan[] };

/** What a report counts its projects by. */
const reportTables = [
  "stage",
  "focusArea",
  "projectType",
  "outcome",
  "country",
  "cohort",
  "city",
] as const;
type ReportTableName = (typeof reportTables)[number];

/** One row: what it stands for, by key and name, and the very projects that it counts. */
export type ReportRow = { key: string; name: string; projects: FrozenProject[] };
export type ReportTable = { table: ReportTableName; rows: ReportRow[] };

/** The names and the order of a framework's terms. */
export type ReportTerms = {
  focusAreas: { slug: string; name: string }[];
  projectTypes: { slug: string; name: string }[];
  outcomes: { slug: string; name: string }[];
};

/** Stands for the projects that name no term. */
export const noTerm = "none";

/** Returns the projects that a report counts: those that are listed. */
export function listedProjects(projects: FrozenProject[]): FrozenProject[] {
  return projects.filter((project) => isListed(project.fields));
}

/**
 * Returns the tables of a report over the listed ones of these projects. Stages, focus areas and outcomes have a row
 * each, in the framework's order; what is counted otherwise has rows where there is a project, by name. A project
 * counts in the first of its focus areas, and under every outcome that it states.
 */
export function reportTablesOf(projects: FrozenProject[], terms: ReportTerms): ReportTable[] {
  const listed = listedProjects(projects);
  const countedBy = (table: ReportTableName) => gather(listed, table);
  return reportTables.map((table) => ({ table, rows: inOrder(countedBy(table), table, terms) }));
}

/** Returns the projects in each stage; what a row's columns hold. */
export function byStage(projects: FrozenProject[]): Record<Stage, FrozenProject[]> {
  const of = (stage: Stage) => projects.filter((project) => project.fields.stage === stage);
  return {
    planning: of("planning"),
    ongoing: of("ongoing"),
    completed: of("completed"),
    not_stated: of("not_stated"),
  };
}

/** Returns how many of these projects are in each stage. */
export function countByStage(projects: FrozenProject[]): Record<Stage, number> {
  const { planning, ongoing, completed, not_stated } = byStage(projects);
  return {
    planning: planning.length,
    ongoing: ongoing.length,
    completed: completed.length,
    not_stated: not_stated.length,
  };
}

function gather(projects: FrozenProject[], table: ReportTableName): Map<string, ReportRow> {
  const rows = new Map<string, ReportRow>();
  for (const project of projects) {
    for (const { key, name } of placesOf(project, table)) {
      const row = rows.get(key) ?? { key, name, projects: [] };
      row.projects.push(project);
      rows.set(key, row);
    }
  }
  return rows;
}

/** Where a project counts in a table; the names of terms are added by `inOrder`. */
function placesOf({ fields, city }: FrozenProject, table: ReportTableName) {
  const [lead] = fields.focusAreas;
  const term = (key: string | null | undefined) => [{ key: key ?? noTerm, name: "" }];
  switch (table) {
    case "stage":
      return term(fields.stage);
    case "focusArea":
      return term(lead?.focusArea);
    case "projectType":
      return term(lead?.projectType);
    case "outcome":
      return [...new Set(fields.contributions.map((item) => item.outcome))].flatMap(term);
    case "country":
      return [{ key: city.countryCode, name: city.countryName }];
    case "cohort":
      return [{ key: String(city.joinedYear), name: String(city.joinedYear) }];
    case "city":
      return [{ key: city.slug, name: city.name }];
  }
}

function inOrder(rows: Map<string, ReportRow>, table: ReportTableName, terms: ReportTerms) {
  const ordered = (known: { slug: string; name: string }[]) => [
    ...known.map(({ slug, name }) => ({
      key: slug,
      name,
      projects: rows.get(slug)?.projects ?? [],
    })),
    // What no term of the framework names comes last, and only where there is any.
    ...[...rows.values()].filter((row) => !known.some((term) => term.slug === row.key)),
  ];
  if (table === "stage") return ordered(stages.map((slug) => ({ slug, name: "" })));
  if (table === "focusArea") return ordered(terms.focusAreas);
  if (table === "outcome") return ordered(terms.outcomes);
  // Types are many, and few reports state any.
  if (table === "projectType")
    return ordered(terms.projectTypes).filter((row) => row.projects.length > 0);
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
