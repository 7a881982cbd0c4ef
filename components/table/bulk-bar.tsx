"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BulkProgress } from "@/components/forms/bulk-results";
import type { useBulk } from "@/components/forms/use-bulk";
import { maxSelected } from "@/components/forms/use-selection";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { ProjectRow } from "@/lib/domain/table/project-list";

/**
 * Shows the actions on the selected projects, their progress, and the result for each. It stands below the table, so
 * that no row moves while somebody selects.
 */
export function BulkBar({
  selected,
  work: { bulk, run, close },
  onClear,
}: {
  selected: ProjectRow[];
  work: ReturnType<typeof useBulk>;
  onClear: () => void;
}) {
  const t = useTranslations("table.bulk");
  const [dueOn, setDueOn] = useState("");
  const isIdle = !bulk?.isRunning;
  const maySubmit = selected.some((row) => row.maySubmit);
  return (
    <>
      {selected.length > 0 && (
        <section
          id="bulk"
          tabIndex={-1}
          aria-label={t("label")}
          className="flex flex-wrap items-end gap-x-8 gap-y-3 rounded-box border border-line-strong bg-wash p-4"
        >
          <div className="flex w-full flex-wrap items-center gap-x-3">
            <p role="status" className="font-semibold">
              {t("chosen", { count: selected.length })}
              {selected.length >= maxSelected && ` ${t("most", { limit: maxSelected })}`}
            </p>
            <Button look="quiet" aria-disabled={!isIdle} onClick={() => isIdle && onClear()}>
              {t("none")}
            </Button>
          </div>
          {maySubmit && (
            <div className="flex flex-wrap gap-3">
              <Button
                aria-disabled={!isIdle}
                onClick={() => isIdle && run("submit", selected.map(toBulkRow), inputOf)}
              >
                {t("submit")}
              </Button>
              <Button
                aria-disabled={!isIdle}
                onClick={() => isIdle && run("confirm", selected.map(toBulkRow), inputOf)}
              >
                {t("confirm")}
              </Button>
            </div>
          )}
          <form
            className="flex max-w-lg flex-wrap items-end gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              if (isIdle)
                run("milestone-date", selected.map(toBulkRow), (row) => ({
                  ...inputOf(row),
                  dueOn,
                }));
            }}
          >
            <TextField
              label={t("date")}
              hint={t("dateHint")}
              autoComplete="off"
              required
              value={dueOn}
              onChange={(event) => setDueOn(event.target.value)}
            />
            <Button type="submit" aria-disabled={!isIdle}>
              {t("setDate")}
            </Button>
          </form>
        </section>
      )}
      <BulkProgress bulk={bulk} close={close} />
    </>
  );
}

function toBulkRow({ id, title }: ProjectRow) {
  return { id, title, href: `/office/projects/${id}` };
}

function inputOf({ id }: { id: string }) {
  return { recordId: id, key: crypto.randomUUID() };
}
