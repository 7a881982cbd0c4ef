import { useTranslations } from "next-intl";
import type { ReviewState } from "@/lib/domain/review/review-state";

const shapes: Record<ReviewState, string> = {
  never_published: "◌",
  published: "✓",
  changed: "≠",
  in_review: "→",
  clarification_asked: "?",
};

/** Shows the state of a record as a shape and a word. */
export function ReviewStateBadge({ state }: { state: ReviewState }) {
  const t = useTranslations("choices.reviewState");
  return (
    <span
      className={`whitespace-nowrap ${state === "clarification_asked" ? "font-semibold text-warning" : ""}`}
    >
      <span aria-hidden="true" className="mr-1.5 inline-block w-4 text-center">
        {shapes[state]}
      </span>
      {t(state)}
    </span>
  );
}
