"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { read, sendJson } from "@/components/forms/ask";
import { useErrorWords } from "@/components/forms/error-words";
import { TableMappingFields } from "@/components/sheet/table-mapping-fields";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { LeftOutRow } from "@/lib/domain/sheet/headings";
import type { TableMapping } from "@/lib/domain/sheet/mapping";

/** The texts of some cells of a row. */
type ShownRow = { at: number; cells: string[] };

/** What a mapping says of a table. */
export type MappedColumns = {
  mapping: TableMapping;
  headings: string[];
  sample: ShownRow[];
  bodyRows: number;
  recognised: LeftOutRow[];
};

export type MappableTable = MappedColumns & {
  /** The place of the table in the file. */
  index: number;
  name: string;
  isHidden: boolean;
  hiddenColumns: number[];
  hiddenRows: number;
  encoding: string | null;
  asksEncoding: boolean;
  encodings: { name: string; sample: string }[];
  separator: string | null;
  separators: string[];
  rows: number;
  first: ShownRow[];
  rememberedOn: string | null;
};

export type ColumnChoice = { name: string; label: string; isText?: boolean };
export type LayoutChoice = {
  key: string;
  name: string;
  columns: ColumnChoice[];
  lists: { name: string; columns: ColumnChoice[] }[];
};

/** Asks how each sheet of a file is read: its headings, its rows, and which field each column holds. */
export function MapSheetForm({
  importId,
  count,
  tables: first,
  layouts,
}: {
  importId: string;
  /** The number of tables of the file, also of those that nobody maps. */
  count: number;
  tables: MappableTable[];
  layouts: LayoutChoice[];
}) {
  const t = useTranslations("sheets");
  const sentences = useErrorWords();
  const [tables, setTables] = useState(first);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  function change(index: number, next: Partial<MappableTable>) {
    setTables(tables.map((table) => (table.index === index ? { ...table, ...next } : table)));
  }

  async function moveHeadings(index: number, headingAt: number, headingRows: number) {
    const path = `/api/office/imports/${importId}/suggestion?table=${index}&headingAt=${headingAt}&headingRows=${headingRows}`;
    const sent = await read<MappedColumns>(path);
    if ("result" in sent && sent.result.ok) change(index, sent.result.value);
    else setProblem(t("import.failed"));
  }

  async function reread(how: { separator?: string; encoding?: string }) {
    setPending(true);
    const sent = await sendJson(`/api/office/imports/${importId}/reading`, how);
    if ("result" in sent && sent.result.ok) return window.location.reload();
    setPending(false);
    setProblem(t("import.failed"));
  }

  async function map() {
    setPending(true);
    const leftOut = { layout: null, columns: [] };
    const mapping: (TableMapping | typeof leftOut)[] = Array.from({ length: count }, () => leftOut);
    for (const table of tables) mapping[table.index] = table.mapping;
    const sent = await sendJson(`/api/office/imports/${importId}/mapping`, { mapping });
    if ("result" in sent && sent.result.ok) return window.location.assign(window.location.pathname);
    setPending(false);
    const refusal = "result" in sent && !sent.result.ok ? sent.result.refusal : null;
    const wrong = refusal?.code === "invalid" ? Object.values(refusal.fields).flat() : [];
    setProblem(wrong.length > 0 ? sentences(wrong).join(" ") : t("import.failed"));
  }

  return (
    <form
      className="flex flex-col items-start gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) void map();
      }}
    >
      <h2 className="font-bold text-h2">{t("mapping.title")}</h2>
      <p className="max-w-text">{t("mapping.body")}</p>
      {tables.map((table) => (
        <TableMappingFields
          key={table.index}
          table={table}
          layouts={layouts}
          onChange={(mapping) => change(table.index, { mapping })}
          onHeadings={(at, rows) => void moveHeadings(table.index, at, rows)}
          onReread={(how) => void reread(how)}
        />
      ))}
      {problem && (
        <Notice role="alert" tone="warning">
          {problem}
        </Notice>
      )}
      <Button look="primary" type="submit" aria-disabled={isPending}>
        {t(isPending ? "mapping.going" : "mapping.go")}
      </Button>
    </form>
  );
}
