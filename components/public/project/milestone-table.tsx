import { useFormatter, useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { PageContext } from "@/lib/domain/site/page-context";

type Milestone = ProjectFields["milestones"][number];

/** Shows the milestones of a project, each with its state as a shape and a word. */
export function MilestoneTable({
  context,
  milestones,
}: {
  context: PageContext;
  milestones: Milestone[];
}) {
  const t = useTranslations("public.project");
  const format = useFormatter();
  return (
    <PlainTable
      label={t("milestones")}
      columns={[
        { header: t("milestone") },
        { header: t("due"), align: "end", isWide: true },
        { header: t("state") },
        { header: t("weight"), align: "end", isWide: true },
      ]}
      rows={milestones.map((milestone) => ({
        key: milestone.id,
        cells: [
          <span key="title" className="flex max-w-text flex-col">
            <Content>{milestone.title}</Content>
            {milestone.dueOn && (
              <span className="text-muted text-small sm:hidden">
                {t("due")}: {formatPartialDate(milestone.dueOn, context.locale)}
              </span>
            )}
            {milestone.note && (
              <span className="text-muted text-small">
                <Content>{milestone.note}</Content>
              </span>
            )}
          </span>,
          milestone.dueOn ? formatPartialDate(milestone.dueOn, context.locale) : "",
          <State key="state" milestone={milestone} locale={context.locale} />,
          format.number(milestone.weight),
        ],
      }))}
    />
  );
}

function State({ milestone, locale }: { milestone: Milestone; locale: string }) {
  const t = useTranslations("public.project");
  const [shape, words] = milestone.droppedReason
    ? ["×", t.rich("dropped", { reason: () => <Content>{milestone.droppedReason}</Content> })]
    : milestone.doneOn
      ? ["●", t("doneOn", { date: formatPartialDate(milestone.doneOn, locale) })]
      : ["○", t("open")];
  return (
    <span>
      <span aria-hidden="true" className="mr-1.5">
        {shape}
      </span>
      {words}
    </span>
  );
}
