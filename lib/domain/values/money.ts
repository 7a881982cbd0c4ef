import Big from "big.js";

const shape = /^\d{1,15}(\.\d{1,4})?$/u;

/** Returns true when a value is an exact decimal (decimal.ts). While somebody types, it may not be one yet. */
export function isDecimal(value: unknown): value is string {
  return typeof value === "string" && shape.test(value);
}

/**
 * Returns `amount` of a currency in US dollars with two decimals, at `perDollar` units of it for one dollar; null for a
 * rate of zero.
 */
export function toDollars(amount: string, perDollar: string): string | null {
  const rate = new Big(perDollar);
  return rate.eq(0) ? null : new Big(amount).div(rate).toFixed(2);
}
