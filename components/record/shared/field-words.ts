import { useTranslations } from "next-intl";
import { hasMessage } from "@/lib/domain/language/messages";

/**
 * Returns what a field of any age is called, or a part of its entries: history and drafts may name one that records no
 * longer have.
 */
export function useFieldWords(): (field: string, part?: string | null) => string {
  const t = useTranslations("fields");
  const record = useTranslations("record");
  return (field, part = null) => {
    const key = part === null ? field : `items.${field}.${part}`;
    return hasMessage(t, key) ? t(key) : record("formerField");
  };
}
