import { useFormatter, useTranslations } from "next-intl";
import { StageBadge } from "@/components/record/shared/stage-badge";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { stages } from "@/lib/domain/record/project";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows how many projects are in each stage; each number links to the list that it counts. */
export function StageCounts({
  context,
  aggregate,
  filters,
}: {
  context: PageContext;
  aggregate: Aggregate;
  /** The filters of those lists. */
  filters: Record<string, string>;
}) {
  const t = useTranslations("public.stages");
  const format = useFormatter();
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      <Figure
        label={t("total", { count: aggregate.total })}
        number={format.number(aggregate.total)}
        href={addressOf(context, "/projects", filters)}
      />
      {stages.map((stage) => (
        <Figure
          key={stage}
          label={<StageBadge stage={stage} />}
          number={format.number(aggregate.byStage[stage])}
          href={addressOf(context, "/projects", { ...filters, stage })}
        />
      ))}
    </dl>
  );
}

function Figure({ label, number, href }: { label: React.ReactNode; number: string; href: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-muted text-small">{label}</dt>
      <dd className="font-bold text-h1 tabular-nums">
        <a href={href}>{number}</a>
      </dd>
    </div>
  );
}
