import { useTranslations } from "next-intl";
import type { TranslationState } from "@/lib/domain/record/translation";

const shapes: Record<TranslationState, string> = { written: "●", stale: "≠", missing: "○" };

/** Shows the state of a translation as a shape and a word. */
export function TranslationMark({ state }: { state: TranslationState }) {
  const t = useTranslations("translating.state");
  return (
    <span className={state === "stale" ? "font-semibold text-warning" : undefined}>
      <span aria-hidden="true">{shapes[state]} </span>
      {t(state)}
    </span>
  );
}
