"use server";
import { refresh } from "next/cache";
import { correctEdition } from "@/lib/commands/correct-edition";
import { endWithholding } from "@/lib/commands/end-withholding";
import { withholdRecord } from "@/lib/commands/withhold-record";
import { formAction } from "@/lib/web/form-action";
import { showPublication, showReport } from "@/lib/web/publication";

export const correctAction = formAction(correctEdition, shown);

export const withholdAction = formAction(withholdRecord, shown);

export const endWithholdingAction = formAction(endWithholding, shown);

function shown({ published }: { published: Parameters<typeof showPublication>[0] }) {
  showPublication(published);
  // A report goes on counting what is withheld, and shows none of its words.
  showReport();
  refresh();
}
