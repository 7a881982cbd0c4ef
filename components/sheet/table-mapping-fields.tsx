"use client";
import { useTranslations } from "next-intl";
import { ColumnFields } from "@/components/sheet/column-fields";
import { LabelledSelect } from "@/components/sheet/labelled-select";
import { LeftOutFields } from "@/components/sheet/left-out-fields";
import type { LayoutChoice, MappableTable } from "@/components/sheet/map-sheet-form";
import { Notice } from "@/components/ui/notice";
import type { TableMapping } from "@/lib/domain/sheet/mapping";

/** Asks how one table is read: what it holds, where its headings stand, which rows and which columns count. */
export function TableMappingFields({
  table,
  layouts,
  onChange,
  onHeadings,
  onReread,
}: {
  table: MappableTable;
  layouts: LayoutChoice[];
  onChange: (mapping: TableMapping) => void;
  onHeadings: (headingAt: number, headingRows: number) => void;
  onReread: (how: { separator?: string; encoding?: string }) => void;
}) {
  const t = useTranslations("sheets.mapping");
  const { mapping } = table;
  const layout = layouts.find((each) => each.key === mapping.layout);
  return (
    <fieldset className="flex w-full max-w-text flex-col gap-4 border-line border-t pt-4">
      <legend className="font-bold text-h3">
        {t("sheet", { name: table.name, count: table.rows })}
      </legend>
      {table.rememberedOn && (
        <Notice>{t("remembered", { on: table.rememberedOn.slice(0, 10) })}</Notice>
      )}
      {table.isHidden && <p>{t("hiddenSheet")}</p>}
      {table.hiddenRows > 0 && <p>{t("hiddenRows", { count: table.hiddenRows })}</p>}
      <TextFileFields table={table} onReread={onReread} />
      <LabelledSelect
        label={t("holds")}
        value={mapping.layout ?? ""}
        onChange={(key) =>
          onChange({ ...mapping, layout: key || null, columns: table.headings.map(() => null) })
        }
      >
        <option value="">{t("leaveOut")}</option>
        {layouts.map((each) => (
          <option key={each.key} value={each.key}>
            {each.name}
          </option>
        ))}
      </LabelledSelect>
      {layout && (
        <>
          <LabelledSelect
            label={t("headingAt")}
            value={String(mapping.headingAt ?? table.first[0]?.at ?? "")}
            onChange={(at) => onHeadings(Number(at), mapping.headingRows)}
          >
            {table.first.map((row) => (
              <option key={row.at} value={row.at}>
                {t("headingRow", { at: row.at, text: textOf(row.cells) })}
              </option>
            ))}
          </LabelledSelect>
          <LabelledSelect
            label={t("headingRows")}
            value={String(mapping.headingRows)}
            onChange={(rows) =>
              onHeadings(mapping.headingAt ?? table.first[0]?.at ?? 0, Number(rows))
            }
          >
            {[1, 2, 3].map((count) => (
              <option key={count} value={count}>
                {t("headingCount", { count })}
              </option>
            ))}
          </LabelledSelect>
          <LeftOutFields key={mapping.headingAt} table={table} onChange={onChange} />
          <ColumnFields table={table} layout={layout} onChange={onChange} />
          <LabelledSelect
            label={t("repeats")}
            value={mapping.repeats}
            onChange={(repeats) =>
              onChange({ ...mapping, repeats: repeats === "entries" ? "entries" : "refused" })
            }
          >
            <option value="refused">{t("repeatsRefused")}</option>
            <option value="entries">{t("repeatsEntries")}</option>
          </LabelledSelect>
          <LabelledSelect
            label={t("blanks")}
            value={mapping.blanks}
            onChange={(blanks) =>
              onChange({ ...mapping, blanks: blanks === "emptied" ? "emptied" : "kept" })
            }
          >
            <option value="kept">{t("blanksKept")}</option>
            <option value="emptied">{t("blanksEmptied")}</option>
          </LabelledSelect>
        </>
      )}
    </fieldset>
  );
}

const separatorNames: Record<string, "comma" | "semicolon" | "tab" | "bar"> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

/** Asks which separator and which encoding a text file has; reading it again begins the mapping anew. */
function TextFileFields({
  table,
  onReread,
}: {
  table: MappableTable;
  onReread: (how: { separator?: string; encoding?: string }) => void;
}) {
  const t = useTranslations("sheets.mapping");
  const { separator, separators, encoding, encodings } = table;
  if (separator === null) return null;
  const signs = [...new Set([separator, ...separators, ...Object.keys(separatorNames)])];
  // A choice of one half keeps the other.
  const how = { separator, ...(encoding !== null && encodings.length > 0 && { encoding }) };
  return (
    <>
      <LabelledSelect
        label={t("separator")}
        value={separator}
        onChange={(sign) => onReread({ ...how, separator: sign })}
      >
        {signs.map((sign) => (
          <option key={sign} value={sign}>
            {separatorNames[sign]
              ? t(`separators.${separatorNames[sign]}`)
              : t("separators.other", { sign })}
          </option>
        ))}
      </LabelledSelect>
      {table.asksEncoding && <Notice tone="warning">{t("asksEncoding")}</Notice>}
      {encodings.length > 0 && (
        <LabelledSelect
          label={t("encoding")}
          value={table.asksEncoding ? "" : (encoding ?? "")}
          onChange={(name) => onReread({ ...how, encoding: name })}
        >
          {table.asksEncoding && <option value="">{t("encodingOpen")}</option>}
          {encodings.map(({ name, sample }) => (
            <option key={name} value={name}>
              {t("encodingSample", { name, sample })}
            </option>
          ))}
        </LabelledSelect>
      )}
    </>
  );
}

function textOf(cells: string[]) {
  return cells.filter(Boolean).join(" · ").slice(0, 90);
}
