import { useTranslations } from "next-intl";
import { hasMessage } from "@/lib/domain/language/messages";
import type { NamedValue } from "@/lib/domain/record/fields";

type Choice = Extract<NamedValue, { kind: "choice" }>;

/**
 * Returns a function that gives the label of an option: a currency is its code, with a name for the common ones; an
 * option without a label is its own.
 */
export function useChoiceWords(): (spec: Pick<Choice, "words">, option: string) => string {
  const t = useTranslations("choices");
  return ({ words }, option) => {
    const key = `${words}.${option}`;
    if (!hasMessage(t, key)) return option;
    // The names are not from Intl, because browsers and servers have different ones and both render a form.
    return words === "currency" ? `${option} – ${t(key)}` : t(key);
  };
}
