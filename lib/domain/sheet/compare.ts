import { fromCell } from "@/lib/domain/sheet/cell";
import type { CellChange, SheetError } from "@/lib/domain/sheet/changes";
import { listSpecOf } from "@/lib/domain/sheet/items";
import type { CellAt, SheetLine } from "@/lib/domain/sheet/line";
import { toCell } from "@/lib/domain/sheet/rows";
import type { Item } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";

type Values = Record<string, unknown>;

/** Returns the cells of a row that differ from the plan as it was exported, and those that cannot be read. */
export function compareCells(
  line: SheetLine,
  { base, current, isNew }: { base: Values; current: Values; isNew: boolean },
): { cells: CellChange[]; errors: SheetError[] } {
  const { context } = line;
  const changes: CellChange[] = [];
  const errors: SheetError[] = [];
  let focusArea = current["focusArea"];
  for (const at of areaFirst(line.cells)) {
    const { spec, index } = at;
    if (isNew && line.text(index) === "") continue;
    const isOfOtherArea = isProjectType(at) && focusArea !== current["focusArea"];
    if (!isOfOtherArea && (line.says(at, base) || line.says(at, current))) continue;
    const read = fromCell(spec, line.cell(index), focusArea, line.isCsv, context);
    if ("error" in read) {
      errors.push(line.errorAt(index, read.error, line.text(index)));
      continue;
    }
    if (spec.kind === "project" && read.value === line.recordId) {
      errors.push(line.errorAt(index, { key: "unknown_project" }, line.text(index)));
      continue;
    }
    if (spec.name === "focusArea") focusArea = read.value;
    if (isSame(read.value, current[spec.name])) continue;
    const isConflict = !isNew && !isSame(base[spec.name], current[spec.name]);
    changes.push({
      at: line.addressOf(index),
      field: spec.name,
      value: read.value,
      before: toCell(spec, base[spec.name], context),
      after: toCell(spec, read.value, context),
      theirs: isConflict ? toCell(spec, current[spec.name], context) : undefined,
      notes: read.notes,
    });
  }
  return { cells: changes, errors };
}

/**
 * Sorts the focus area before the project type: types of different areas may have the same name, so the area must be
 * known first.
 */
function areaFirst(cells: CellAt[]) {
  return [...cells].sort((a, b) => Number(isProjectType(a)) - Number(isProjectType(b)));
}

function isProjectType({ spec }: CellAt) {
  return spec.kind === "framework" && spec.options === "projectTypes";
}

/**
 * Returns the existing entry that a row without an id repeats: one that is equal in all filled cells, or has the same
 * name, or, of partners, another name of the same organisation.
 */
export function sameItem(line: SheetLine, items: Item[]): Item | undefined {
  const filled = line.cells.filter(({ index }) => line.text(index) !== "");
  const same = items.find((item) => filled.every((cell) => line.says(cell, item)));
  if (same) return same;
  const namedBy = listSpecOf(line.layout)?.namedBy;
  const name = filled.find(
    ({ spec }) => spec.name === namedBy && ["line", "text"].includes(spec.kind),
  );
  const named = name ? items.filter((item) => line.says(name, item)) : [];
  const [only, ...others] = name && named.length === 0 ? samePartners(line, name, items) : named;
  return others.length === 0 ? only : undefined;
}

function samePartners(line: SheetLine, name: CellAt, items: Item[]): Item[] {
  const { partnerOf } = line.context;
  const meant = line.layout.key === "project.partners" && partnerOf?.(line.text(name.index));
  return meant ? items.filter((item) => partnerOf?.(String(item["name"])) === meant) : [];
}
