import Big from "big.js";
import type { ProjectFields } from "@/lib/domain/record/project";
import { isDecimal, toDollars } from "@/lib/domain/values/money";

export type BudgetLine = ProjectFields["budget"][number];

// The list is repeated here, because forms add up while somebody types and schemas stay out of the browser.
const kinds: BudgetLine["kind"][] = ["planned", "committed", "spent"];

/** The exact sum of the lines of one kind and currency, and their number. */
export type BudgetSum = {
  kind: BudgetLine["kind"];
  currency: string;
  amount: string;
  lines: number;
};

/**
 * Returns the sums by kind and currency: planned, committed, spent, each with its currencies by code. Amounts of
 * different kinds or currencies are never added. A line without an amount or a currency is in no sum.
 */
export function budgetSums(budget: BudgetLine[]): BudgetSum[] {
  const sums = new Map<string, BudgetSum>();
  for (const { kind, currency, amount } of budget) {
    if (!isDecimal(amount) || currency === null) continue;
    const key = `${kinds.indexOf(kind)} ${currency}`;
    const sum = sums.get(key) ?? { kind, currency, amount: "0", lines: 0 };
    sums.set(key, {
      ...sum,
      amount: new Big(sum.amount).plus(amount).toFixed(),
      lines: sum.lines + 1,
    });
  }
  return [...sums].toSorted(([a], [b]) => a.localeCompare(b)).map(([, sum]) => sum);
}

/**
 * Returns the amount of a line in US dollars, rounded to the cent, at the rate that it states. Null when the line is in
 * dollars or states no rate.
 */
export function dollarsOf({ amount, currency, perDollar }: BudgetLine): string | null {
  if (currency === "USD" || !isDecimal(amount) || !isDecimal(perDollar)) return null;
  return toDollars(amount, perDollar);
}

/** The sum of the lines of one kind in US dollars, and the number of lines without a rate, which are not in it. */
export type DollarSum = {
  kind: BudgetLine["kind"];
  /**
   * Null when no line is in dollars or states a rate. Each line is rounded to the cent before adding, so the shown
   * amounts add up.
   */
  dollars: string | null;
  linesWithout: number;
};

/** Returns the sums in US dollars by kind, for the lines with an amount and a currency. */
export function dollarSums(budget: BudgetLine[]): DollarSum[] {
  const counted = budget.filter((line) => isDecimal(line.amount) && line.currency !== null);
  return kinds.flatMap((kind) => {
    const own = counted.filter((line) => line.kind === kind);
    const dollars = own.flatMap((line) =>
      line.currency === "USD" ? (line.amount ?? []) : (dollarsOf(line) ?? []),
    );
    const sum = dollars.reduce((total, each) => total.plus(each), new Big(0)).toFixed(2);
    return own.length === 0
      ? []
      : [
          {
            kind,
            dollars: dollars.length > 0 ? sum : null,
            linesWithout: own.length - dollars.length,
          },
        ];
  });
}
