import "server-only";
import { getTranslations } from "next-intl/server";
import { validate as isUuid } from "uuid";
import { defaultLocale } from "@/lib/domain/language/locale";
import type { SignedIn } from "@/lib/domain/people/actor";
import { type Cell, plainSheet, type SheetColumn } from "@/lib/domain/sheet/sheet";
import type { ProjectColumn, ProjectRow } from "@/lib/domain/table/project-list";
import { getProjectTerms } from "@/lib/queries/record/plans";
import { type ProjectTerms, parseProjectList } from "@/lib/queries/table/project-asked";
import { readAllProjects } from "@/lib/queries/table/projects";
import { answerSheets, type SheetFormat } from "@/lib/web/download";

/**
 * Answers the table of projects as a file, by its address: the same filters, order and columns, with every matching
 * row. `planId` limits it to one plan, which has no column for its city.
 */
export async function answerProjectSheet(
  reader: SignedIn,
  asked: Record<string, string | string[] | undefined>,
  format: SheetFormat,
): Promise<Response | null> {
  const planId = asked["planId"] ?? null;
  if (planId !== null && !isUuid(planId)) return null;
  const terms = await getProjectTerms(reader);
  const state = parseProjectList(asked, terms);
  const columns = state.columns.filter((column) => column !== "city" || planId === null);
  const cells = await cellsOf(terms);
  const rows: Cell[][] = [];
  for await (const some of readAllProjects(
    reader,
    planId === null ? null : String(planId),
    state,
  )) {
    for (const row of some) rows.push(columns.map((column) => cells[column](row)));
  }
  const t = await getTranslations({ locale: defaultLocale, namespace: "table" });
  const heads = columns.map((column) => ({ label: t(`column.${column}`), kind: kindOf(column) }));
  return answerSheets(format, t("export.file"), [plainSheet(t("title"), heads, rows)]);
}

/** Returns the cells of a row, with labels where the table shows labels; dates as they are stored. */
async function cellsOf({
  framework,
}: ProjectTerms): Promise<Record<ProjectColumn, (row: ProjectRow) => Cell>> {
  const t = await getTranslations({ locale: defaultLocale, namespace: "table" });
  const messages = await getTranslations({ locale: defaultLocale, namespace: "choices" });
  const nameOf = (terms: { slug: string; name: string }[], slug: string) =>
    terms.find((term) => term.slug === slug)?.name ?? slug;
  return {
    title: (row) => row.title,
    city: (row) => row.cityName,
    stage: (row) => messages(`stage.${row.stage}`),
    schedule: (row) => row.schedule && messages(`schedule.${row.schedule}`),
    focusArea: (row) => row.focusArea && nameOf(framework.focusAreas, row.focusArea),
    outcomes: (row) => row.outcomes.map((slug) => nameOf(framework.outcomes, slug)).join("; "),
    startsOn: (row) => row.startsOn,
    endsOn: (row) => row.endsOn,
    milestones: (row) =>
      row.milestones > 0
        ? t("milestonesDone", { done: row.milestonesDone, all: row.milestones })
        : null,
    review: (row) => messages(`reviewState.${row.review}`),
    edition: (row) => row.edition,
    editedAt: (row) => row.editedAt.slice(0, 10),
  };
}

function kindOf(column: ProjectColumn): SheetColumn["kind"] {
  if (column === "edition") return "number";
  return ["startsOn", "endsOn", "editedAt"].includes(column) ? "date" : "text";
}
