import Big from "big.js";
import type { ProjectFields } from "@/lib/domain/record/project";
import { isDecimal, toDollars } from "@/lib/domain/values/money";

export type BudgetLine = ProjectFields["budget"][number];

// Named here as well: forms add up while somebody types, and the schemas stay out of the browser.
const kinds: BudgetLine["kind"][] = ["planned", "committed", "spent"];

/** What lines of one kind in one currency come to, as an exact decimal, and how many they are. */
export type BudgetSum = {
  kind: BudgetLine["kind"];
  currency: string;
  amount: string;
  lines: number;
};

/**
 * Sums per kind and currency, planned before committed before spent, currencies by their codes. Amounts of two kinds or
 * two currencies are never added up; a line without an amount or a currency is in no sum.
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

/** A line in US dollars to the cent, at the rate that it states; null where it is in dollars already or states none. */
export function dollarsOf({ amount, currency, perDollar }: BudgetLine): string | null {
  if (currency === "USD" || !isDecimal(amount) || !isDecimal(perDollar)) return null;
  return toDollars(amount, perDollar);
}

/** What lines of one kind come to in US dollars, and how many of them state no rate and are not in it. */
export type DollarSum = {
  kind: BudgetLine["kind"];
  /** Null where no line is in dollars or states a rate. Each line is rounded to the cent first, so that what is shown adds up. */
  dollars: string | null;
  linesWithout: number;
};

/** The sums in US dollars per kind, of the lines that have an amount and a currency. */
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
