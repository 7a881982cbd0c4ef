import { useTranslations } from "next-intl";
import type { ReportState } from "@/lib/domain/report/progress";

const shapes: Record<ReportState, string> = {
  not_started: "◌",
  drafting: "○",
  submitted: "◔",
  cleared: "◑",
  in_review: "◕",
  published: "●",
  confirmed: "✓",
};

/** Shows the state of a record or city with a report, as a shape and a word. */
export function ReportStateBadge({ state }: { state: ReportState }) {
  const t = useTranslations("reports.state");
  return (
    <span className="inline-flex">
      <span aria-hidden="true" className="mr-1.5 w-4 shrink-0 text-center">
        {shapes[state]}
      </span>
      {t(state)}
    </span>
  );
}
