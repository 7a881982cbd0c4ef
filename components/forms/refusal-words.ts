import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/forms/error-words";
import type { Refusal } from "@/lib/domain/result/result";

/** Returns a function that turns a refusal into one sentence, with details for wrong or missing fields. */
export function useRefusalWords(): (refusal: Refusal) => { text: string; details: string[] } {
  const t = useTranslations("errors");
  const fields = useTranslations("fields");
  const errorWords = useErrorWords();
  return (refusal) => {
    if (refusal.code === "wrong_state")
      return { text: t(`wrongState.${refusal.reason}`), details: [] };
    const text = t(`refusal.${refusal.code}`);
    if (refusal.code === "invalid") {
      return { text, details: errorWords(Object.values(refusal.fields).flat()) };
    }
    if (refusal.code !== "not_ready") return { text, details: [] };
    const needed = refusal.issues.filter((issue) => issue.weight === "needed");
    return {
      text,
      details: needed.map(({ field, issue }) => t(`readiness.${issue}`, { field: fields(field) })),
    };
  };
}
