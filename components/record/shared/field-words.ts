import { useTranslations } from "next-intl";
import { hasMessage } from "@/lib/domain/language/messages";

/**
 * Returns a function that gives the label of a field or of a part of its entries, also of one that records no longer
 * have, because history and drafts may name it.
 */
export function useFieldWords(): (field: string, part?: string | null) => string {
  const t = useTranslations("fields");
  const record = useTranslations("record");
  return (field, part = null) => {
    const key = part === null ? field : `items.${field}.${part}`;
    return hasMessage(t, key) ? t(key) : record("formerField");
  };
}
