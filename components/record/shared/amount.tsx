import { useLocale } from "next-intl";
import { isDecimal } from "@/lib/domain/values/money";

/** Shows an exact amount with its currency, "THB 1,250,000.50". */
export function Amount({ currency, amount }: { currency: string | null; amount: string }) {
  const locale = useLocale();
  return (
    <span className="whitespace-nowrap tabular-nums">{formatAmount(amount, currency, locale)}</span>
  );
}

/**
 * Returns an amount with its currency. It is formatted from decimal text, never as a number that could round it. A
 * half-typed amount stays as it is.
 */
export function formatAmount(amount: string, currency: unknown, locale: string): string {
  const stated = amount.split(".")[1]?.length ?? 0;
  // Cents have two digits: 0.5 is written 0.50.
  const decimals = stated === 1 ? 2 : Math.min(stated, 4);
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // Intl accepts such a decimal as exact text.
  const text = isDecimal(amount) ? format.format(amount as `${number}`) : amount;
  return [currency, text].filter(Boolean).join(" ");
}
