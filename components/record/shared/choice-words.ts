import { useTranslations } from "next-intl";
import { hasMessage } from "@/lib/domain/language/messages";
import type { NamedValue } from "@/lib/domain/record/fields";

type Choice = Extract<NamedValue, { kind: "choice" }>;

/**
 * Returns the words of a choice's options; a currency by its code, the common ones with their names. Another option is
 * its own.
 */
export function useChoiceWords(): (spec: Pick<Choice, "words">, option: string) => string {
  const t = useTranslations("choices");
  return ({ words }, option) => {
    const key = `${words}.${option}`;
    if (!hasMessage(t, key)) return option;
    // Not by Intl: browsers and servers know different names, and a form is drawn by both.
    return words === "currency" ? `${option} – ${t(key)}` : t(key);
  };
}
