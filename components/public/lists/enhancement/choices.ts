import {
  type ColumnDef,
  columnVisibilityFeature,
  constructTable,
  rowSelectionFeature,
  tableFeatures,
} from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import { part } from "@/components/public/lists/enhancement/part";
import { maxCompared } from "@/lib/domain/site/list";

/** A row of the list as it stands in the page. */
type Line = { id: string; cells: HTMLTableCellElement[]; box: HTMLInputElement };

const keptAs = "list-columns";

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnVisibilityFeature,
  rowSelectionFeature,
});

/**
 * Returns what a reader chose in the list of projects, kept while its rows come and go: the columns shown, which their
 * browser remembers, and the projects to be compared, from any page and any filter. The rows are the server's.
 */
export function keepChoices() {
  const titles = new Map<string, string>();
  let heads: HTMLTableCellElement[] = [];

  const table = constructTable<typeof features, Line>({
    features,
    data: [],
    columns: [],
    getRowId: (line) => line.id,
    enableRowSelection: (row) => row.getIsSelected() || selected().length < maxCompared,
    initialState: { columnVisibility: remembered() },
  });

  function selected(): string[] {
    return Object.keys(table.atoms.rowSelection.get());
  }

  function draw() {
    // Until somebody chooses, the width of the screen says which columns there are.
    const hasSelected = Object.keys(table.atoms.columnVisibility.get()).length > 0;
    const rows = table.getRowModel().rows;
    table.getAllLeafColumns().forEach((column, index) => {
      const box = boxOfColumn(column.id);
      if (!hasSelected) {
        const head = heads[index];
        if (box && head) box.checked = getComputedStyle(head).display !== "none";
        return;
      }
      const isShown = column.getIsVisible();
      if (box) box.checked = isShown;
      for (const cell of [heads[index], ...rows.map((row) => row.original.cells[index])]) {
        cell?.classList.remove("max-sm:hidden");
        cell?.toggleAttribute("hidden", !isShown);
      }
    });
    for (const row of rows) {
      row.original.box.checked = row.getIsSelected();
      row.original.box.disabled = !row.getCanSelect();
    }
    for (const box of boxesElsewhere()) {
      box.checked = selected().includes(box.value);
      box.disabled = !box.checked && selected().length >= maxCompared;
    }
    part("list-full")?.toggleAttribute("hidden", selected().length < maxCompared);
  }

  /**
   * Lists the selected projects that are not among these rows below them, so that they are seen, sent along and can be
   * removed.
   */
  function listElsewhere(lines: Line[]) {
    const list = part("list-elsewhere");
    const one = list?.querySelector("template");
    if (!list || !one) return;
    const here = new Set(lines.map(({ id }) => id));
    const elsewhere = selected().filter((id) => !here.has(id));
    list.hidden = elsewhere.length === 0;
    for (const id of elsewhere) {
      const label = one.content.cloneNode(true) as DocumentFragment;
      const box = label.querySelector("input");
      if (box) box.value = id;
      label.querySelector("span")?.append(titles.get(id) ?? id);
      list.append(label);
    }
  }

  table.store.subscribe(draw);

  return {
    /** Takes over the list as it now stands in the page. */
    takeOver() {
      const columns = part("list-columns");
      if (columns) columns.hidden = false;
      heads = [...document.querySelectorAll<HTMLTableCellElement>("#list-results th[data-column]")];
      const lines = boxesHere().map((box): Line => {
        const row = box.closest("tr");
        titles.set(box.value, row?.querySelector("a")?.textContent ?? "");
        return { id: box.value, cells: [...(row?.cells ?? [])], box };
      });
      const byBrowser = lines.filter(({ box }) => box.checked).map(({ id }) => [id, true]);
      listElsewhere(lines);
      table.setOptions((options) => ({
        ...options,
        data: lines,
        columns: heads.map(
          (head): ColumnDef<typeof features, Line> => ({ id: head.dataset["column"] ?? "" }),
        ),
      }));
      // What was checked before the script ran counts.
      table.setRowSelection((before) => ({ ...before, ...Object.fromEntries(byBrowser) }));
      draw();
    },

    showColumn(id: string, isShown: boolean) {
      const boxes = document.querySelectorAll<HTMLInputElement>("#list-columns input");
      const shown = Object.fromEntries([...boxes].map((box) => [box.value, box.checked]));
      table.setColumnVisibility({ ...shown, [id]: isShown });
      remember(table.atoms.columnVisibility.get());
    },

    selectRow(id: string, isSelected: boolean) {
      table.setRowSelection(({ [id]: _, ...others }) =>
        isSelected ? { ...others, [id]: true } : others,
      );
    },
  };
}

function boxOfColumn(id: string) {
  return document.querySelector<HTMLInputElement>(`#list-columns input[value="${id}"]`);
}

function boxesHere() {
  return [...document.querySelectorAll<HTMLInputElement>("#list-results tbody input")];
}

function boxesElsewhere() {
  return [...document.querySelectorAll<HTMLInputElement>("#list-elsewhere input")];
}

/** A browser may keep nothing, or something that is not ours. */
function remembered(): Record<string, boolean> {
  try {
    return Object(JSON.parse(localStorage.getItem(keptAs) ?? "{}"));
  } catch {
    return {};
  }
}

function remember(columns: Record<string, boolean>) {
  try {
    localStorage.setItem(keptAs, JSON.stringify(columns));
  } catch {
    // They are shown all the same, for as long as this page is open.
  }
}
