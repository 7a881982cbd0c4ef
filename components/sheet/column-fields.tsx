"use client";
import { useTranslations } from "next-intl";
import { LabelledSelect } from "@/components/sheet/labelled-select";
import type { ColumnChoice, LayoutChoice, MappableTable } from "@/components/sheet/map-sheet-form";
import { CheckField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { TableMapping } from "@/lib/domain/sheet/mapping";
import { columnLetters } from "@/lib/domain/sheet/sheet";

/** Asks which field each column of a table holds; two columns of one text field can be joined. */
export function ColumnFields({
  table,
  layout,
  onChange,
}: {
  table: MappableTable;
  layout: LayoutChoice;
  onChange: (mapping: TableMapping) => void;
}) {
  const t = useTranslations("sheets.mapping");
  const { mapping, headings, sample } = table;
  const columns = headings.map((_, index) => mapping.columns[index] ?? null);
  const twice = [
    ...new Set(columns.filter((name, at) => name !== null && columns.indexOf(name) !== at)),
  ].flatMap((name) => name ?? []);
  const choices = [...layout.columns, ...layout.lists.flatMap((list) => list.columns)];
  return (
    <>
      {headings.map((heading, index) => {
        const letters = columnLetters(index);
        const values = sample.flatMap(({ cells }) => cells[index] || []).slice(0, 3);
        const examples = values.length > 0 ? t("examples", { values: values.join(" · ") }) : "";
        const hidden = table.hiddenColumns.includes(index) ? t("hiddenColumn") : "";
        return (
          <LabelledSelect
            key={letters}
            label={heading ? t("column", { letters, heading }) : t("columnEmpty", { letters })}
            hint={[examples, hidden].filter(Boolean).join(" ")}
            value={columns[index] ?? ""}
            onChange={(name) =>
              onChange({
                ...mapping,
                columns: columns.map((each, at) => (at === index ? name || null : each)),
              })
            }
          >
            <option value="">{t("leaveOut")}</option>
            {layout.lists.length === 0 ? (
              <Choices columns={layout.columns} />
            ) : (
              <>
                <optgroup label={t("ofProject")}>
                  <Choices columns={layout.columns} />
                </optgroup>
                {layout.lists.map((list) => (
                  <optgroup key={list.name} label={t("entriesOf", { list: list.name })}>
                    <Choices columns={list.columns} />
                  </optgroup>
                ))}
              </>
            )}
          </LabelledSelect>
        );
      })}
      {twice.map((name) => {
        const choice = choices.find((each) => each.name === name);
        const field = choice?.label ?? name;
        return (
          <Notice key={name} tone="warning" title={t("twice", { field })}>
            {choice?.isText ? (
              <CheckField
                label={t("join", { field })}
                checked={mapping.joined.includes(name)}
                onChange={() =>
                  onChange({
                    ...mapping,
                    joined: mapping.joined.includes(name)
                      ? mapping.joined.filter((each) => each !== name)
                      : [...mapping.joined, name],
                  })
                }
              />
            ) : (
              <p>{t("cannotJoin")}</p>
            )}
          </Notice>
        );
      })}
    </>
  );
}

function Choices({ columns }: { columns: ColumnChoice[] }) {
  return columns.map((column) => (
    <option key={column.name} value={column.name}>
      {column.label}
    </option>
  ));
}
