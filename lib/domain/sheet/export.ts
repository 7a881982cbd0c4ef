import { getFieldSpec } from "@/lib/domain/record/fields";
import type { Named } from "@/lib/domain/sheet/cell-names";
import {
  columnLabel,
  getLayout,
  layoutName,
  layouts,
  toSheetColumn,
} from "@/lib/domain/sheet/layout";
import {
  contextWithin,
  itemName,
  rowSourcesOf,
  type SheetContext,
  type SheetRecord,
  toCell,
  toSheets,
} from "@/lib/domain/sheet/rows";
import { type Cell, plainSheet, type Sheet } from "@/lib/domain/sheet/sheet";
import type { Item } from "@/lib/domain/values/item";

/** The hidden sheet by which an exported file is recognised when it is imported. */
export const originName = "_export";

/** The plan and time of an export, and the version of each draft in it. */
export type Origin = {
  planId: string;
  exportedAt: string;
  schemaVersion: number;
  records: { id: string; version: number }[];
  /** The names of the projects that could be selected as related. */
  projects: Named[];
};

/**
 * Returns a plan as a workbook: an introduction, one sheet for each kind of entry, and the hidden sheet. `what` names
 * the plan.
 */
export function toWorkbook(
  records: (SheetRecord & { version: number })[],
  origin: Omit<Origin, "records" | "projects">,
  what: string,
  context: SheetContext,
): [Sheet, ...Sheet[]] {
  return [
    instructions(what, context),
    ...toSheets(records, context),
    originSheet({ ...origin, records, projects: context.names.projects.all }, context),
  ];
}

function instructions(what: string, { words }: SheetContext): Sheet {
  const { sheet = "", title = "", from = "", ...rest } = words.sheets.instructions;
  const lines = [from.replace("{what}", what), ...Object.values(rest)];
  return {
    ...plainSheet(
      sheet,
      [{ label: title, kind: "long_text" }],
      lines.map((line) => [line]),
    ),
    frozenColumns: 0,
  };
}

/** Sheet and column names depend on the language, so this sheet records which is which. */
function originSheet(origin: Origin, { words }: SheetContext): Sheet {
  const rows: Cell[][] = [
    ["plan", origin.planId],
    ["exportedAt", origin.exportedAt],
    ["schemaVersion", String(origin.schemaVersion)],
    ...layouts.flatMap((layout) =>
      layout.columns.map((column) => [
        "column",
        layoutName(layout, words),
        layout.key,
        columnLabel(layout, column, words),
        column.name,
      ]),
    ),
    ...origin.records.map(({ id, version }) => ["record", id, String(version)]),
    ...origin.projects.map(({ id, name }) => ["project", id, name]),
  ];
  const columns = ["what", "first", "second", "third", "fourth"] as const;
  return {
    ...plainSheet(
      originName,
      columns.map((label) => ({ label, kind: "text" })),
      rows,
    ),
    isHidden: true,
    isProtected: true,
  };
}

/** Returns the projects as one table for a CSV file, one project in a row; a list is the names of its entries. */
export function toProjectSheet(records: SheetRecord[], context: SheetContext): Sheet {
  const layout = getLayout("project");
  const lists = layouts.flatMap(({ kind, field, inner }) =>
    kind === "project" && field !== null && field !== "translations" && inner === null
      ? getFieldSpec(kind, field)
      : [],
  );
  const columns = [
    ...layout.columns.map((column) =>
      toSheetColumn(layout, column, { ...context, recordNames: [], projects: [] }),
    ),
    ...lists.map((spec) => ({
      label: String(context.words.fields[spec.name]),
      kind: "text" as const,
    })),
  ];
  const rows = rowSourcesOf(layout, records).map(({ record, values }) => {
    const within = contextWithin(record, null, context);
    return [
      ...layout.columns.map(({ name, spec }) =>
        spec ? toCell(spec, values[name], within) : record.id,
      ),
      ...lists.map(({ name }) => {
        const items = values[name] as Item[];
        const of = getLayout(`project.${name}`);
        return items.flatMap((item) => itemName(of, item, within) || []).join("; ");
      }),
    ];
  });
  return plainSheet(layoutName(layout, context.words), columns, rows);
}
