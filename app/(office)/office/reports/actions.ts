"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { changeReport } from "@/lib/commands/change-report";
import { createReport } from "@/lib/commands/create-report";
import { extendReport } from "@/lib/commands/extend-report";
import { freezeReport } from "@/lib/commands/freeze-report";
import { formAction } from "@/lib/web/form-action";
import { showReport } from "@/lib/web/publication";

export const createReportAction = formAction(createReport, ({ slug }): { slug: string } =>
  redirect(`/office/reports/${slug}`),
);

export const changeReportAction = formAction(changeReport, (changed) => {
  refresh();
  return changed;
});

export const extendReportAction = formAction(extendReport, (extended) => {
  refresh();
  return extended;
});

export const freezeReportAction = formAction(freezeReport, (frozen) => {
  showReport();
  refresh();
  return frozen;
});
