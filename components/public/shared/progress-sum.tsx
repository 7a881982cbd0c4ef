import { useFormatter, useTranslations } from "next-intl";
import { isPromise } from "@/lib/domain/progress/dated";
import { progressOf } from "@/lib/domain/progress/progress";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows the progress in per cent with its calculation, and each part of it folded below. */
export function ProgressSum({
  context,
  milestones,
}: {
  context: PageContext;
  milestones: ProjectFields["milestones"];
}) {
  const t = useTranslations("progress");
  const format = useFormatter();
  const progress = progressOf(milestones);
  if (!progress) return null;
  const percent = format.number(progress.percent, { maximumFractionDigits: 0 });
  return (
    <details>
      <summary className="min-h-11 cursor-pointer sm:min-h-0">
        {t("formula", { done: progress.doneWeight, whole: progress.wholeWeight, percent })}
      </summary>
      <div className="flex flex-col gap-2 pt-2 pb-4 text-small">
        <p>{t("progressExplained")}</p>
        <ul className="flex flex-col gap-1">
          {milestones.filter(isPromise).map((each) => (
            <li key={each.id}>
              {t("part", { weight: each.weight, title: each.title, state: t(stateOf(each)) })}
            </li>
          ))}
        </ul>
        <FormulasLink context={context} />
      </div>
    </details>
  );
}

/** Shows a link to the page that explains every formula. */
export function FormulasLink({ context }: { context: PageContext }) {
  const t = useTranslations("progress");
  return (
    <p>
      <a href={`/${context.locale}/numbers`}>{t("docs")}</a>
    </p>
  );
}

function stateOf(milestone: ProjectFields["milestones"][number]) {
  if (milestone.droppedReason !== "") return "partDropped";
  return milestone.doneOn === null ? "partOpen" : "partDone";
}
