"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { changeReport } from "@/lib/commands/report/change-report";
import { createReport } from "@/lib/commands/report/create-report";
import { extendReport } from "@/lib/commands/report/extend-report";
import { freezeReport } from "@/lib/commands/report/freeze-report";
import { forgetPublicPages } from "@/lib/site/forget-public-pages";
import { formAction } from "@/lib/web/form-action";

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
  forgetPublicPages();
  refresh();
  return frozen;
});
