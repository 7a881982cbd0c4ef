"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { CellConflict } from "@/components/table/cell-conflict";
import { type Editing, useCellEdit } from "@/components/table/use-cell-edit";
import { Button } from "@/components/ui/button";
import type { EditableColumn, ProjectRow } from "@/lib/domain/table/project-list";

/** The functions that every editable cell gets. */
export type EditTools = {
  timeZone: string;
  onSaved: (row: ProjectRow, change: Partial<ProjectRow>) => void;
};

/**
 * Shows a cell with a control in place: a click, Enter or F2 opens it, Enter or leaving saves, and Escape discards. A
 * conflict shows both values, as in the project's own form.
 */
export function EditCell({
  row,
  column,
  label,
  tools,
  options,
  children,
}: {
  row: ProjectRow;
  column: EditableColumn;
  label: string;
  tools: EditTools;
  /** The options of a select; null for a date. */
  options: { value: string; label: string }[] | null;
  children: React.ReactNode;
}) {
  const t = useTranslations("table.edit");
  const opener = useRef<HTMLButtonElement>(null);
  const cell = useCellEdit(row, column, tools.onSaved);
  const { editing, conflict } = cell;
  const isOpen = editing !== null || conflict !== null;
  const wasOpen = useRef(false);
  useEffect(() => {
    // The closed control had the focus, so it returns to the cell, unless another cell has it now.
    if (wasOpen.current && !isOpen && document.activeElement === document.body)
      opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  if (conflict) {
    return (
      <CellConflict
        label={label}
        conflict={conflict}
        timeZone={tools.timeZone}
        wordsOf={(value) =>
          options?.find((option) => option.value === (value ?? ""))?.label ??
          (String(value ?? "") || t("nothing"))
        }
        onResolve={cell.resolveConflict}
      />
    );
  }
  if (editing) return <Control label={label} options={options} cell={cell} editing={editing} />;
  return (
    <>
      <Button
        look="cell"
        ref={opener}
        onClick={cell.open}
        onKeyDown={(event) => event.key === "F2" && cell.open()}
      >
        {children || <span aria-hidden="true">–</span>}
        <span className="sr-only">{t("change", { column: label })}</span>
      </Button>
      {column === "schedule" && cell.hasSaved && row.schedule && row.schedule !== "on_time" && (
        <a
          href={`/office/projects/${row.id}#field-scheduleReason`}
          className="block py-2 text-small"
        >
          {t("reason")}
        </a>
      )}
      <span role="status" className="sr-only">
        {cell.hasSaved && t("saved", { column: label, title: row.title })}
      </span>
    </>
  );
}

function Control({
  label,
  options,
  cell,
  editing,
}: {
  label: string;
  options: { value: string; label: string }[] | null;
  cell: ReturnType<typeof useCellEdit>;
  editing: Editing;
}) {
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isByPointer = useRef(false);
  useEffect(() => {
    control.current?.focus({ preventScroll: true });
    // The control is scrolled into view beside the fixed column, with its hint, because it is wider than its cell.
    control.current?.scrollIntoView({ block: "nearest", inline: "end" });
  }, []);
  const hasErrors = editing.errors.length > 0;
  const id = `edit-${cell.id}`;
  const common = {
    ref: control,
    value: editing.text,
    "aria-label": label,
    "aria-invalid": hasErrors,
    "aria-describedby": `${id}-hint ${id}-errors`,
    "aria-busy": editing.isSaving,
    className:
      "min-h-11 w-44 rounded-box border border-line-strong bg-white px-2 aria-invalid:border-2 aria-invalid:border-warning",
    onBlur: () => cell.save(),
    onKeyDown: (event: React.KeyboardEvent) => {
      isByPointer.current = false;
      if (event.key === "Escape") cell.takeBack();
      if (event.key === "Enter") {
        event.preventDefault();
        cell.save();
      }
    },
  };
  return (
    <div className="flex flex-col gap-1">
      {options ? (
        <select
          {...common}
          onPointerDown={() => {
            isByPointer.current = true;
          }}
          onChange={(event) => {
            cell.type(event.target.value);
            // A selection with the pointer is final; arrow keys pass through options.
            if (isByPointer.current) cell.save(event.target.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          autoComplete="off"
          onChange={(event) => cell.type(event.target.value)}
        />
      )}
      <ControlNotes id={id} editing={editing} isSelect={options !== null} />
    </div>
  );
}

/** Shows how to use a control in a cell, and its errors. */
function ControlNotes({
  id,
  editing,
  isSelect,
}: {
  id: string;
  editing: Editing;
  isSelect: boolean;
}) {
  const t = useTranslations("table.edit");
  return (
    <>
      <p id={`${id}-hint`} className="w-44 text-muted text-small">
        {editing.isSaving ? t("saving") : isSelect ? t("keys") : `${t("dateHint")}. ${t("keys")}`}
      </p>
      <p
        id={`${id}-errors`}
        role="alert"
        className="w-44 font-semibold text-small text-warning empty:hidden"
      >
        {editing.errors.join(" ")}
      </p>
    </>
  );
}
