import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckField } from "@/components/ui/field";
import { type ProjectColumn, projectColumns } from "@/lib/domain/table/project-list";

/** Shows a choice of the table's columns; the title is always shown. */
export function ColumnChooser({
  offered,
  shown,
  onChoose,
}: {
  offered: readonly ProjectColumn[];
  shown: ProjectColumn[];
  onChoose: (columns: ProjectColumn[]) => void;
}) {
  const t = useTranslations("table");
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="relative" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-11 cursor-pointer items-center rounded-box border border-line-strong px-4 font-semibold hover:bg-wash">
        {t("columns")}
      </summary>
      {isOpen && (
        <fieldset className="right-0 z-10 mt-1 rounded-box border border-line-strong bg-white px-4 py-2 sm:absolute sm:w-64">
          <legend className="sr-only">{t("columns")}</legend>
          {offered
            .filter((column) => column !== "title")
            .map((column) => (
              <CheckField
                key={column}
                label={t(`column.${column}`)}
                checked={shown.includes(column)}
                onChange={(event) =>
                  onChoose(
                    projectColumns.filter((each) =>
                      each === column ? event.target.checked : shown.includes(each),
                    ),
                  )
                }
              />
            ))}
        </fieldset>
      )}
    </details>
  );
}
