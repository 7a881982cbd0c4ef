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

/** A row of the list in the page. */
type Line = { id: string; cells: HTMLTableCellElement[]; box: HTMLInputElement };

const keptAs = "list-columns";

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnVisibilityFeature,
  rowSelectionFeature,
});

/**
 * Returns the state of the list of projects: the shown columns, which the browser stores, and the projects that are
 * selected for comparison, on any page and with any filter. The rows come from the server.
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
    initialState: { columnVisibility: readStoredColumns() },
  });

  function selected(): string[] {
    return Object.keys(table.atoms.rowSelection.get());
  }

  function draw() {
    // Until the reader selects columns, the width of the screen decides.
    const hasSelected = Object.keys(table.atoms.columnVisibility.get()).length > 0;
    const rows = table.getRowModel().rows;
    table.getAllLeafColumns().forEach((column, index) => {
      const box = checkboxOfColumn(column.id);
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
    drawElsewhere(selected());
  }

  table.store.subscribe(draw);

  return {
    /** Applies the state to the list that is now in the page. */
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
      listElsewhere(lines, selected(), titles);
      table.setOptions((options) => ({
        ...options,
        data: lines,
        columns: heads.map(
          (head): ColumnDef<typeof features, Line> => ({ id: head.dataset["column"] ?? "" }),
        ),
      }));
      // Boxes that were checked before the script ran are selected.
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

/**
 * Lists the selected projects that are not among these rows below them, so that they are seen, sent along and can be
 * removed.
 */
function listElsewhere(lines: Line[], selected: string[], titles: Map<string, string>) {
  const list = part("list-elsewhere");
  const one = list?.querySelector("template");
  if (!list || !one) return;
  const here = new Set(lines.map(({ id }) => id));
  const elsewhere = selected.filter((id) => !here.has(id));
  list.hidden = elsewhere.length === 0;
  for (const id of elsewhere) {
    const label = one.content.cloneNode(true) as DocumentFragment;
    const box = label.querySelector("input");
    if (box) box.value = id;
    label.querySelector("span")?.append(titles.get(id) ?? id);
    list.append(label);
  }
}

/** Updates the boxes of projects on other pages, and the note that no more can be selected. */
function drawElsewhere(selected: string[]) {
  for (const box of boxesElsewhere()) {
    box.checked = selected.includes(box.value);
    box.disabled = !box.checked && selected.length >= maxCompared;
  }
  part("list-full")?.toggleAttribute("hidden", selected.length < maxCompared);
}

function checkboxOfColumn(id: string) {
  return document.querySelector<HTMLInputElement>(`#list-columns input[value="${id}"]`);
}

function boxesHere() {
  return [...document.querySelectorAll<HTMLInputElement>("#list-results tbody input")];
}

function boxesElsewhere() {
  return [...document.querySelectorAll<HTMLInputElement>("#list-elsewhere input")];
}

/** Returns the columns that the browser stored; its storage may be missing, or hold something else. */
function readStoredColumns(): Record<string, boolean> {
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
    // The columns are shown in any case while the page is open.
  }
}
