"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/forms/error-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SheetError } from "@/lib/domain/sheet/changes";
import { columnIndex } from "@/lib/domain/sheet/sheet";

const firstOnes = 20;

/** A row or a column of a sheet to leave out. */
export type LeaveOut = { sheet: string; row: number | null; column: number | null };

/**
 * Shows every cell that cannot be read, with its address and what to do: its value can be typed anew, and its row or its
 * column can be left out.
 */
export function ImportErrors({
  errors,
  count,
  isPending,
  onRetype,
  onLeaveOut,
}: {
  errors: SheetError[];
  /** The number of all errors; the first ones are listed. */
  count: number;
  isPending: boolean;
  onRetype: (cells: Record<string, string>) => void;
  onLeaveOut: (what: LeaveOut) => void;
}) {
  const t = useTranslations("sheets.preview.errors");
  const sentences = useErrorWords();
  const [isAll, setAll] = useState(false);
  const [typed, setTyped] = useState<Record<string, string>>({});
  if (errors.length === 0) return null;
  const shown = isAll ? errors : errors.slice(0, firstOnes);
  const columns = columnsWithErrors(errors);
  return (
    <Notice tone="warning" title={t("title", { count })}>
      <p>{t("hint")}</p>
      <ul className="flex list-disc flex-col gap-3 py-2 pl-5">
        {shown.map((error) => {
          const why = sentences([error]).join(" ");
          const place = placeOf(error.at);
          return (
            <li key={`${error.at} ${error.key}`} className="break-words">
              {error.text === ""
                ? t("cellEmpty", { at: error.at, why })
                : t("cell", { at: error.at, text: error.text.slice(0, 80), why })}
              {place && (
                <span className="flex flex-wrap items-center gap-2 py-1">
                  <input
                    type="text"
                    aria-label={t("retype", { at: error.at })}
                    placeholder={error.text.slice(0, 80)}
                    value={typed[error.at] ?? ""}
                    onChange={(event) => setTyped({ ...typed, [error.at]: event.target.value })}
                    className="min-h-11 rounded-box border border-line-strong bg-white px-3"
                  />
                  <Button
                    aria-disabled={isPending}
                    onClick={() => onLeaveOut({ ...place, column: null })}
                  >
                    {t("row", { row: place.row })}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <div className="flex flex-wrap gap-2">
        {Object.values(typed).some(Boolean) && (
          <Button
            look="primary"
            aria-disabled={isPending}
            onClick={() =>
              onRetype(Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== "")))
            }
          >
            {t("save")}
          </Button>
        )}
        {columns.map(({ sheet, column, letters }) => (
          <Button
            key={`${sheet}!${letters}`}
            aria-disabled={isPending}
            onClick={() => onLeaveOut({ sheet, row: null, column })}
          >
            {t("column", { column: `${sheet}!${letters}` })}
          </Button>
        ))}
        {shown.length < errors.length && <Button onClick={() => setAll(true)}>{t("more")}</Button>}
      </div>
      {isAll && errors.length < count && <p>{t("onlyFirst", { count: errors.length })}</p>}
    </Notice>
  );
}

/** Columns with several errors, the worst first: each can be left out at once. */
function columnsWithErrors(errors: SheetError[]) {
  const counted = new Map<
    string,
    { sheet: string; column: number; letters: string; count: number }
  >();
  for (const { at } of errors) {
    const place = placeOf(at);
    if (!place) continue;
    const key = `${place.sheet}!${place.letters}`;
    const known = counted.get(key);
    if (known) known.count += 1;
    else counted.set(key, { ...place, count: 1 });
  }
  return [...counted.values()]
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, 3);
}

/** Returns the sheet, the row and the column of "Projects!D14". */
function placeOf(at: string) {
  const found = /^(?<sheet>.*)!(?<letters>[A-Z]+)(?<row>\d+)$/su.exec(at)?.groups;
  if (!found) return null;
  const { sheet = "", letters = "", row } = found;
  return { sheet, letters, row: Number(row), column: columnIndex(letters) };
}
