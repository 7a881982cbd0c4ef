"use client";
import { useTranslations } from "next-intl";
import {
  type CellChange,
  isAcceptable,
  isEmptied,
  type RowChange,
} from "@/lib/domain/sheet/changes";
import type { Cell } from "@/lib/domain/sheet/sheet";

/** Shows the rows that differ: each with its record, its old and new cells, and whether it is accepted. */
export function ImportRows({
  rows,
  columns,
  isAccepted,
  onToggle,
}: {
  rows: RowChange[];
  columns: Record<string, Record<string, string>>;
  isAccepted: (row: RowChange) => boolean;
  onToggle: (row: RowChange) => void;
}) {
  const t = useTranslations("sheets.preview");
  return (
    <ul aria-label={t("caption")} className="flex flex-col border-line-strong border-t">
      {rows.map((row) => (
        <li
          key={row.key}
          className={`flex gap-3 border-line border-b py-3 ${row.kind === "delete" ? "bg-warning-wash pr-3" : ""}`}
        >
          <label className="flex size-11 shrink-0 items-center justify-center">
            <span className="sr-only">{t("acceptRow", { row: nameOf(row) })}</span>
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={isAccepted(row)}
              disabled={!isAcceptable(row)}
              onChange={() => onToggle(row)}
            />
          </label>
          <div className="flex min-w-0 flex-col gap-1">
            <p>
              <strong className={row.kind === "delete" ? "text-warning" : ""}>
                {row.kind === "delete" ? "− " : ""}
                {t(`rowKind.${row.kind}`)}
              </strong>{" "}
              <span className="break-words">{nameOf(row)}</span>
            </p>
            <p className="text-muted text-small">
              {row.row === null ? t("leftOut") : `${row.sheet}, ${row.row}`}
            </p>
            {row.errors.length > 0 && <p className="font-semibold">⚠ {t("rowLeftOut")}</p>}
            {row.withoutCells > 0 && (
              <p className="font-semibold">⚠ {t("withoutCells", { count: row.withoutCells })}</p>
            )}
            {row.isHidden && <p>{t("hidden")}</p>}
            {row.isConflict && <p className="font-semibold">⚠ {t("conflictHint")}</p>}
            <dl className="flex flex-col gap-2">
              {row.cells.map((cell) => (
                <CellLine
                  key={cell.field}
                  cell={cell}
                  isNew={row.kind === "add" || row.kind === "begin"}
                  label={columns[row.layout]?.[cell.field] ?? cell.field}
                />
              ))}
            </dl>
          </div>
        </li>
      ))}
    </ul>
  );
}

function CellLine({ cell, isNew, label }: { cell: CellChange; isNew: boolean; label: string }) {
  const t = useTranslations("sheets.preview");
  const text = (value: Cell) => (value === null || value === "" ? t("empty") : String(value));
  return (
    <div>
      <dt className="text-muted text-small">
        {label} ({cell.at})
      </dt>
      <dd className="whitespace-pre-line break-words">
        {!isNew && (
          <>
            <span className="sr-only">{t("old")}: </span>
            <del>{text(cell.before)}</del> → <span className="sr-only">{t("new")}: </span>
          </>
        )}
        <ins className="font-semibold no-underline">{text(cell.after)}</ins>
        {isEmptied(cell) && (
          <span className="block font-semibold text-warning">− {t("emptiedNote")}</span>
        )}
        {cell.theirs !== undefined && (
          <span className="block">{t("theirs", { value: text(cell.theirs) })}</span>
        )}
        {cell.notes.map((note) => (
          <span key={note} className="block text-small">
            {t(`notes.${note}`)}
          </span>
        ))}
      </dd>
    </div>
  );
}

function nameOf(row: RowChange) {
  const title = row.cells.find((cell) => cell.field === "title")?.after;
  const own = row.itemId === null ? row.recordName || String(title ?? "") : row.name;
  const name = own || String(row.cells[0]?.after ?? "");
  return row.itemId !== null && row.recordName ? `${name} · ${row.recordName}` : name;
}
