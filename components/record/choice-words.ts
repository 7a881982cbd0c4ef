import { useTranslations } from "next-intl";
import type { ItemFieldSpec } from "@/lib/domain/fields";

type Choice = Extract<ItemFieldSpec, { kind: "choice" }>;

/** The words of a choice's options; a currency by its code, the common ones with their names. */
export function useChoiceWords(): (spec: Pick<Choice, "words">, option: string) => string {
  const t = useTranslations("choices");
  return ({ words }, option) => {
    const key = `${words}.${option}` as never;
    if (words !== "currency") return t(key);
    // Not by Intl: browsers and servers know different names, and a form is drawn by both.
    return t.has(key) ? `${option} – ${t(key)}` : option;
  };
}
