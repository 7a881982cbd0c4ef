"use client";
import { useTranslations } from "next-intl";
import { CommandForm, useCommandForm } from "@/components/forms/command-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { changeReportAction, createReportAction } from "./actions";

const days = ["opensOn", "dueOn", "asOf"] as const;

/** Shows a form that creates a report, or changes the name and days of one that is not frozen yet. */
export function ReportForm({
  report,
}: {
  report?: { id: string; name: string } & Record<(typeof days)[number], string>;
}) {
  const t = useTranslations("reports.office");
  const form = useCommandForm(report ? changeReportAction : createReportAction);
  return (
    <CommandForm
      form={form}
      given={report ? { reportId: report.id } : {}}
      done={() => t("changed")}
    >
      <TextField
        {...form.field("name", report?.name)}
        label={t("name")}
        hint={t("nameHint")}
        required
        autoComplete="off"
      />
      {days.map((name) => (
        <TextField
          key={name}
          {...form.field(name, report?.[name])}
          label={t(`field.${name}`)}
          hint={t(`hint.${name}`)}
          type="date"
          required
        />
      ))}
      <div>
        <Button type="submit" look={report ? "secondary" : "primary"} disabled={form.isSending}>
          {t(report ? "change" : "make")}
        </Button>
      </div>
    </CommandForm>
  );
}
