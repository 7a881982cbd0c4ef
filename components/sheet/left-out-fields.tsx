"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MappableTable } from "@/components/sheet/map-sheet-form";
import { CheckField, TextField } from "@/components/ui/field";
import type { TableMapping } from "@/lib/domain/sheet/mapping";

/** Shows the rows that are left out, those that are recognised and those that somebody names. */
export function LeftOutFields({
  table,
  onChange,
}: {
  table: MappableTable;
  onChange: (mapping: TableMapping) => void;
}) {
  const t = useTranslations("sheets.mapping");
  const { mapping, recognised } = table;
  const known = new Set(recognised.map(({ at }) => at));
  const [typed, setTyped] = useState(mapping.leftOut.filter((at) => !known.has(at)).join(", "));
  const out = new Set(mapping.leftOut);
  const above = table.first.filter(({ at }) => at < (mapping.headingAt ?? 0)).length;

  function toggle(at: number) {
    const leftOut = out.has(at) ? mapping.leftOut.filter((each) => each !== at) : [...out, at];
    onChange({ ...mapping, leftOut });
  }

  function type(text: string) {
    setTyped(text);
    const kept = mapping.leftOut.filter((at) => known.has(at));
    onChange({ ...mapping, leftOut: [...new Set([...kept, ...rowsIn(text)])] });
  }

  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold">{t("recognised")}</p>
      {above > 0 && <p className="text-small">{t("above", { count: above })}</p>}
      {recognised.length > 0 && <p className="text-muted text-small">{t("recognisedHint")}</p>}
      {recognised.map(({ at, why, text }) => (
        <CheckField
          key={at}
          label={t("recognisedRow", { at, why: t(`why.${why}`), text })}
          checked={out.has(at)}
          onChange={() => toggle(at)}
        />
      ))}
      <TextField
        label={t("moreRows")}
        hint={t("moreRowsHint")}
        autoComplete="off"
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
    </div>
  );
}

/** The most rows that one range names. */
const maxRange = 50_000;

/** Returns the numbers in "12, 15-20". */
function rowsIn(text: string): number[] {
  return [...text.matchAll(/(\d+)(?:\s*[-–]\s*(\d+))?/gu)].flatMap(([, from, to]) => {
    const first = Number(from);
    const last = Math.min(Number(to ?? from), first + maxRange);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  });
}
