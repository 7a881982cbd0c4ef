import type { Closing, Stage } from "@/lib/domain/project";

/** What tells how an edition differs from the one before it. */
export type ChangeFacts = {
  number: number;
  changedFields: string[];
  stage: { before: Stage | null; after: Stage } | null;
  closing: { before: Closing | null; after: Closing | null };
  formerTitle: string | null;
  correction: string | null;
};

/** Messages by their whole name: "public.changes.first". */
export type ChangeWords = (key: string, values?: Record<string, string>) => string;

const saidApart = new Set(["stage", "title", "closing", "closingReason", "closingSuccessor"]);

/**
 * What an edition changed, each thing in words; `others` names the fields of which no more is said than that they
 * changed. `day` is the day of its publication, in words.
 */
export function changeWords(
  change: ChangeFacts,
  day: string,
  t: ChangeWords,
): { said: string[]; others: string } {
  const { stage, closing, formerTitle, correction } = change;
  if (change.number === 1) return { said: [t("public.changes.first")], others: "" };
  const said = [
    correction ? t("public.changes.corrected", { correction, day }) : null,
    closing.after && closing.after !== closing.before
      ? t("public.changes.closed", { closing: t(`choices.closing.${closing.after}`) })
      : null,
    closing.before && !closing.after ? t("public.changes.reopened") : null,
    stage?.before && stage.before !== stage.after
      ? t("public.changes.stage", {
          before: t(`choices.stage.${stage.before}`),
          after: t(`choices.stage.${stage.after}`),
        })
      : null,
    formerTitle ? t("public.changes.title_changed", { title: formerTitle }) : null,
  ].filter((words) => words !== null);
  const fields = change.changedFields
    .filter((field) => !saidApart.has(field))
    .map((field) => t(`fields.${field}`).toLowerCase())
    .join(", ");
  if (said.length === 0 && fields === "") return { said: [t("public.changes.same")], others: "" };
  const isAll = said.length === 0 || correction !== null;
  const others = fields && t(isAll ? "public.changes.changed" : "public.changes.also", { fields });
  return { said, others };
}
