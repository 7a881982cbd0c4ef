"use client";
import { useTranslations } from "next-intl";
import type { Preview } from "@/components/sheet/import-preview";
import { CheckField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

/** Asks for a yes to what an import removes or empties, and to the projects that it begins. */
export function ImportConfirmations({
  preview,
  confirms,
  onChange,
}: {
  preview: Preview;
  confirms: { removal: boolean; isNew: boolean };
  onChange: (confirms: { removal: boolean; isNew: boolean }) => void;
}) {
  const t = useTranslations("sheets.preview");
  const { removed, emptied, held, totals } = preview;
  return (
    <>
      {removed + emptied > 0 && (
        <Notice tone="warning" title={t("removedTitle")}>
          <p>{t("removedBody", { removed, emptied })}</p>
          {preview.removesMuch && <p>{t("muchBody", { held })}</p>}
          <CheckField
            label={t("confirm")}
            checked={confirms.removal}
            onChange={(event) => onChange({ ...confirms, removal: event.target.checked })}
          />
        </Notice>
      )}
      {totals.begin > 0 && (
        <Notice title={t("newTitle", { count: totals.begin })}>
          <p>{t("newBody")}</p>
          <CheckField
            label={t("confirmNew")}
            checked={confirms.isNew}
            onChange={(event) => onChange({ ...confirms, isNew: event.target.checked })}
          />
        </Notice>
      )}
    </>
  );
}
