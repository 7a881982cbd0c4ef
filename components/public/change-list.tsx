import { useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/record/partial-date";
import type { Day } from "@/lib/domain/day";
import type { Closing, Stage } from "@/lib/domain/project";
import { addressOf, type Reading } from "@/lib/domain/reading";

export type ChangeEntry = {
  id: string;
  kind: "plan" | "project";
  slug: string;
  citySlug: string;
  cityName: string;
  title: string;
  number: number;
  effectiveOn: Day;
  changedFields: string[];
  stage: { before: Stage | null; after: Stage } | null;
  closing: { before: Closing | null; after: Closing | null };
  formerTitle: string | null;
};

/** Editions, newest first: what they are about and what they changed. */
export function ChangeList({ reading, changes }: { reading: Reading; changes: ChangeEntry[] }) {
  const t = useTranslations("public.changes");
  return (
    <ol className="flex flex-col">
      {changes.map((change) => (
        <li
          key={change.id}
          className="grid gap-x-6 border-line border-b py-3 sm:grid-cols-[11rem_1fr]"
        >
          <span className="text-muted text-small sm:pt-1">
            <time dateTime={change.effectiveOn}>
              {formatPartialDate(change.effectiveOn, reading.locale)}
            </time>
          </span>
          <div className="flex max-w-text flex-col">
            <span>
              {change.kind === "plan" ? (
                <a href={addressOf(reading, `/cities/${change.citySlug}`)}>
                  {t("plan", { city: change.cityName })}
                </a>
              ) : (
                <>
                  <a
                    href={addressOf(reading, `/cities/${change.citySlug}/projects/${change.slug}`)}
                  >
                    {change.title}
                  </a>
                  <span className="text-muted">, {change.cityName}</span>
                </>
              )}
            </span>
            <WhatChanged change={change} />
          </div>
        </li>
      ))}
    </ol>
  );
}

const saidApart = new Set(["stage", "title", "closing", "closingReason", "closingSuccessor"]);

/** What an edition changed against the one before it, in words. */
export function WhatChanged({ change }: { change: ChangeEntry }) {
  const t = useTranslations();
  const { stage, closing } = change;
  if (change.number === 1) return <p className="text-small">{t("public.changes.first")}</p>;
  const said = [
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
    change.formerTitle ? t("public.changes.title_changed", { title: change.formerTitle }) : null,
  ].filter((words) => words !== null);
  const others = change.changedFields.filter((field) => !saidApart.has(field));
  const fields = others.map((field) => t(`fields.${field}`).toLowerCase()).join(", ");
  if (said.length === 0 && others.length === 0)
    return <p className="text-small">{t("public.changes.same")}</p>;
  return (
    <ul className="text-small">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {others.length > 0 && (
        <li className="text-muted">
          {t(said.length > 0 ? "public.changes.also" : "public.changes.changed", { fields })}
        </li>
      )}
    </ul>
  );
}
