import type { Words } from "@/lib/domain/language/messages";
import type { MilestoneChange } from "@/lib/domain/progress/milestone-changes";
import type { FieldName } from "@/lib/domain/record/fields";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { Closing, Stage } from "@/lib/domain/record/project";
import { toDay } from "@/lib/domain/values/day";
import type { Move } from "@/lib/domain/values/move";
import type { PartialDate } from "@/lib/domain/values/partial-date";

/** The facts about the differences between an edition and the one before it. */
export type ChangeFacts = {
  /** True when nothing was public before. */
  isFirst: boolean;
  origin: EditionOrigin;
  publishedAt: Date;
  changedFields: FieldName[];
  /** The fields that the tracker read from documents for the first time (lib/domain/record/origin.ts). */
  describedFields: FieldName[];
  stage: { before: Stage | null; after: Stage } | null;
  closing: { before: Closing | null; after: Closing | null };
  formerTitle: string | null;
  /** The move of the planned end. */
  end: Move | null;
  milestones: MilestoneChange[];
  correction: string | null;
};

const fieldsInSentences = new Set([
  "stage",
  "title",
  "closing",
  "closingReason",
  "closingSuccessor",
]);

/** The maximum number of milestones in the text of one edition. The edition itself shows all of them. */
const maxMilestones = 5;

/**
 * Returns the changes of an edition as texts. `others` are sentences with the names of the other changed fields, and of
 * those that the tracker described first. `date` formats a date in the language of the texts.
 */
export function changeWords(
  change: ChangeFacts,
  date: (on: PartialDate) => string,
  t: Words,
): { said: string[]; others: string[] } {
  const { stage, closing, formerTitle, end, correction } = change;
  const isRead = change.origin === "documents";
  if (change.isFirst) {
    return { said: [t(isRead ? "origin.first" : "public.changes.first")], others: [] };
  }
  const day = date(toDay(change.publishedAt));
  const isDescribed = new Set(change.describedFields);
  const milestones = change.milestones
    .filter(({ kind }) => kind !== "added" || !isDescribed.has("milestones"))
    .slice(0, maxMilestones);
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
    end && t("promises.change.end", { dates: moveWords(end, date, t) }),
    ...milestones.map((milestone) => milestoneWords(milestone, date, t)),
  ].filter((words) => words !== null);
  const isSaid = new Set([
    ...fieldsInSentences,
    ...(end ? ["endsOn"] : []),
    ...(change.milestones.length === milestones.length && milestones.length > 0
      ? ["milestones"]
      : []),
  ]);
  const namesOf = (fields: FieldName[]) =>
    fields
      .filter((field) => !isSaid.has(field))
      .map((field) => t(`fields.${field}`).toLowerCase())
      .join(", ");
  const changed = namesOf(change.changedFields);
  const described = namesOf(change.describedFields);
  if (said.length === 0 && changed === "" && described === "") {
    return { said: [t(isRead ? "origin.same" : "public.changes.same")], others: [] };
  }
  const isAll = said.length === 0 || correction !== null;
  const others = [
    changed && t(isAll ? "public.changes.changed" : "public.changes.also", { fields: changed }),
    described && t("origin.described", { fields: described }),
  ].filter((words) => words !== "");
  return { said, others };
}

/** Returns a text such as "2021 → 2023 (24 months later)". */
export function moveWords(
  { from, to, months }: Move,
  date: (on: PartialDate) => string,
  t: Words,
): string {
  const dates = `${date(from)} → ${date(to)}`;
  if (months === 0) return dates;
  const by = t(months > 0 ? "promises.change.later" : "promises.change.earlier", {
    months: Math.abs(months),
  });
  return `${dates} (${by})`;
}

function milestoneWords(
  change: MilestoneChange,
  date: (on: PartialDate) => string,
  t: Words,
): string {
  const { title } = change;
  return change.kind === "moved"
    ? t("promises.change.moved", { title, dates: moveWords(change.move, date, t) })
    : t(`promises.change.${change.kind}`, { title });
}
