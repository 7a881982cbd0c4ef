import { useTranslations } from "next-intl";
import type { TranslationState } from "@/lib/domain/record/translation";

const shapes: Record<TranslationState, string> = { written: "●", stale: "≠", missing: "○" };

/** Shows how a text stands in a local language: a shape and a word. */
export function TranslationMark({ state }: { state: TranslationState }) {
  const t = useTranslations("translating.state");
  return (
    <span className={state === "stale" ? "font-semibold text-warning" : undefined}>
      <span aria-hidden="true">{shapes[state]} </span>
      {t(state)}
    </span>
  );
}
