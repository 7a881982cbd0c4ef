"use server";
import { refresh } from "next/cache";
import { correctEdition } from "@/lib/commands/review/correct-edition";
import { endWithholding } from "@/lib/commands/review/end-withholding";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { forgetPublicPages } from "@/lib/site/forget-public-pages";
import { formAction } from "@/lib/web/form-action";

export const correctAction = formAction(correctEdition, shown);

export const withholdAction = formAction(withholdRecord, shown);

export const endWithholdingAction = formAction(endWithholding, shown);

function shown() {
  forgetPublicPages();
  refresh();
}
