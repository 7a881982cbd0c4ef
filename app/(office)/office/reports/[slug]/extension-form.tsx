"use client";
import { useTranslations } from "next-intl";
import { extendReportAction } from "@/app/(office)/office/reports/actions";
import { CommandForm, useCommandForm } from "@/components/forms/command-form";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";

/** Shows a form that gives one city more time for a report, with a reason. */
export function ExtensionForm({
  reportId,
  cities,
}: {
  reportId: string;
  cities: { id: string; name: string }[];
}) {
  const t = useTranslations("reports.office");
  const form = useCommandForm(extendReportAction);
  return (
    <CommandForm form={form} given={{ reportId }} done={() => t("extended")}>
      <SelectField
        {...form.field("cityId")}
        label={t("city")}
        options={[
          { value: "", label: t("choose") },
          ...cities.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField
        {...form.field("untilOn")}
        label={t("untilOn")}
        hint={t("untilHint")}
        type="date"
        required
      />
      <TextField
        {...form.field("reason")}
        label={t("reason")}
        hint={t("reasonHint")}
        required
        autoComplete="off"
      />
      <div>
        <Button type="submit" disabled={form.isSending}>
          {t("extend")}
        </Button>
      </div>
    </CommandForm>
  );
}
