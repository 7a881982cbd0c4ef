"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/forms/error-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SheetError } from "@/lib/domain/sheet/changes";

const firstOnes = 20;

/** Shows every cell that cannot be read, with its address and what to do. */
export function ImportErrors({ errors }: { errors: SheetError[] }) {
  const t = useTranslations("sheets.preview.errors");
  const sentences = useErrorWords();
  const [isAll, setAll] = useState(false);
  if (errors.length === 0) return null;
  const shown = isAll ? errors : errors.slice(0, firstOnes);
  return (
    <Notice tone="warning" title={t("title", { count: errors.length })}>
      <p>{t("hint")}</p>
      <ul className="list-disc py-2 pl-5">
        {shown.map((error) => {
          const why = sentences([error]).join(" ");
          return (
            <li key={`${error.at} ${error.key}`} className="break-words">
              {error.text === ""
                ? t("cellEmpty", { at: error.at, why })
                : t("cell", { at: error.at, text: error.text.slice(0, 80), why })}
            </li>
          );
        })}
      </ul>
      {shown.length < errors.length && <Button onClick={() => setAll(true)}>{t("more")}</Button>}
    </Notice>
  );
}
