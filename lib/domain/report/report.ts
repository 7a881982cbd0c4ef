import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { PlanFields } from "@/lib/domain/record/plan";
import { isListed, type ProjectFields, type Stage, stages } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";

/** A city in a report. */
type ReportCity = {
  slug: string;
  name: string;
  countryCode: string;
  countryName: string;
  joinedYear: number;
};

/** The content of one edition of a project in a freeze. */
export type FrozenProject = {
  recordId: string;
  slug: string;
  city: ReportCity;
  number: number;
  hash: string;
  effectiveOn: Day;
  origin: EditionOrigin;
  fields: ProjectFields;
  /** While the secretariat withholds a record, it is still counted but its texts are not shown. */
  isWithheld: boolean;
};

/** The content of one edition of a city's plan in a freeze. */
export type FrozenPlan = Omit<FrozenProject, "fields"> & { fields: PlanFields };

/** All editions of one freeze. Every figure of a report is computed from these and nothing else. */
export type FrozenContent = { projects: FrozenProject[]; plans: FrozenPlan[] };

/** The tables by which a report counts its projects. */
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

/** One row: its key, its name, and the projects that it counts. */
export type ReportRow = { key: string; name: string; projects: FrozenProject[] };
export type ReportTable = { table: ReportTableName; rows: ReportRow[] };

/** The names and the order of a framework's terms. */
export type ReportTerms = {
  focusAreas: { slug: string; name: string }[];
  projectTypes: { slug: string; name: string }[];
  outcomes: { slug: string; name: string }[];
};

/** The key of the row for projects that name no term. */
export const noTerm = "none";

/** Counts projects by whose words their editions hold. */
export function countByOrigin(projects: FrozenProject[]): Record<EditionOrigin, number> {
  const city = projects.filter(({ origin }) => origin === "city").length;
  return { documents: projects.length - city, city };
}

/** Returns the projects that a report counts: the listed ones. */
export function listedProjects(projects: FrozenProject[]): FrozenProject[] {
  return projects.filter((project) => isListed(project.fields));
}

/**
 * Returns the tables of a report over the listed projects among these. Stages, focus areas and outcomes have one row
 * each, in the framework's order; other tables have a row for each value that a project has, sorted by name. A project
 * counts in the first of its focus areas, and under each outcome that it states.
 */
export function reportTablesOf(projects: FrozenProject[], terms: ReportTerms): ReportTable[] {
  const listed = listedProjects(projects);
  const countedBy = (table: ReportTableName) => gather(listed, table);
  return reportTables.map((table) => ({ table, rows: inOrder(countedBy(table), table, terms) }));
}

/** Returns the projects in each stage: the columns of a row. */
export function byStage(projects: FrozenProject[]): Record<Stage, FrozenProject[]> {
  const of = (stage: Stage) => projects.filter((project) => project.fields.stage === stage);
  return {
    planning: of("planning"),
    ongoing: of("ongoing"),
    completed: of("completed"),
    not_stated: of("not_stated"),
  };
}

/** Counts these projects by stage. */
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

/** Returns the rows of a table in which a project counts; `inOrder` adds the names of terms. */
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
    // The row without a term comes last, and only if a project is in it.
    ...[...rows.values()].filter((row) => !known.some((term) => term.slug === row.key)),
  ];
  if (table === "stage") return ordered(stages.map((slug) => ({ slug, name: "" })));
  if (table === "focusArea") return ordered(terms.focusAreas);
  if (table === "outcome") return ordered(terms.outcomes);
  // There are many types, and few reports state any.
  if (table === "projectType")
    return ordered(terms.projectTypes).filter((row) => row.projects.length > 0);
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
