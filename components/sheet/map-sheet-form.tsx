"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { sendJson } from "@/components/forms/ask";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SheetMapping, TableMapping } from "@/lib/domain/sheet/mapping";
import { columnLetters } from "@/lib/domain/sheet/sheet";

type Table = {
  name: string;
  headings: string[];
  sample: string[][];
  rows: number;
  suggested: TableMapping;
};
type LayoutChoice = { key: string; name: string; columns: { name: string; label: string }[] };

const select = "min-h-11 w-full rounded-box border border-line-strong bg-white px-2";

/** Asks which field each column of a city's own file holds. */
export function MapSheetForm({
  importId,
  tables,
  layouts,
}: {
  importId: string;
  tables: Table[];
  layouts: LayoutChoice[];
}) {
  const t = useTranslations("sheets");
  const [mapping, setMapping] = useState<SheetMapping>(tables.map((table) => table.suggested));
  const [isPending, setPending] = useState(false);
  const [isFailed, setFailed] = useState(false);

  function change(index: number, next: TableMapping) {
    setMapping(mapping.map((each, at) => (at === index ? next : each)));
  }

  async function map() {
    setPending(true);
    const sent = await sendJson(`/api/office/imports/${importId}/mapping`, { mapping });
    if ("result" in sent && sent.result.ok) window.location.reload();
    else {
      setPending(false);
      setFailed(true);
    }
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
      {tables.map((table, index) => (
        <TableColumns
          key={table.name}
          table={table}
          layouts={layouts}
          mapping={mapping[index] ?? table.suggested}
          onChange={(next) => change(index, next)}
        />
      ))}
      {isFailed && (
        <Notice role="alert" tone="warning">
          {t("import.failed")}
        </Notice>
      )}
      <Button look="primary" type="submit" aria-disabled={isPending}>
        {t(isPending ? "mapping.going" : "mapping.go")}
      </Button>
    </form>
  );
}

function TableColumns({
  table,
  layouts,
  mapping,
  onChange,
}: {
  table: Table;
  layouts: LayoutChoice[];
  mapping: TableMapping;
  onChange: (mapping: TableMapping) => void;
}) {
  const t = useTranslations("sheets.mapping");
  const layout = layouts.find((each) => each.key === mapping.layout);
  return (
    <fieldset className="flex w-full max-w-text flex-col gap-4 border-line border-t pt-4">
      <legend className="font-bold text-h3">
        {t("sheet", { name: table.name, count: table.rows })}
      </legend>
      <label className="flex flex-col gap-1">
        <span className="font-semibold">{t("holds")}</span>
        <select
          className={select}
          value={mapping.layout ?? ""}
          onChange={(event) =>
            onChange({
              layout: event.target.value || null,
              columns: table.headings.map(() => null),
            })
          }
        >
          <option value="">{t("leaveOut")}</option>
          {layouts.map((each) => (
            <option key={each.key} value={each.key}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      {layout &&
        table.headings.map((heading, index) => {
          const letters = columnLetters(index);
          const values = table.sample.flatMap((row) => row[index] || []).slice(0, 3);
          return (
            <label key={letters} className="flex flex-col gap-1">
              <span className="font-semibold">
                {heading ? t("column", { letters, heading }) : t("columnEmpty", { letters })}
              </span>
              {values.length > 0 && (
                <span className="break-words text-muted text-small">
                  {t("examples", { values: values.map((value) => value.slice(0, 60)).join(" · ") })}
                </span>
              )}
              <select
                className={select}
                value={mapping.columns[index] ?? ""}
                onChange={(event) =>
                  onChange({
                    ...mapping,
                    columns: table.headings.map((_, at) =>
                      at === index ? event.target.value || null : (mapping.columns[at] ?? null),
                    ),
                  })
                }
              >
                <option value="">{t("leaveOut")}</option>
                {layout.columns.map((column) => (
                  <option key={column.name} value={column.name}>
                    {column.label}
                  </option>
                ))}
              </select>
            </label>
          );
        })}
    </fieldset>
  );
}
