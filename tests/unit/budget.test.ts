import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetSums, dollarsOf } from "@/lib/domain/progress/budget";
import { anyProject } from "@/tests/support/arbitraries";
import { aBudgetLine } from "@/tests/support/examples";

const line = (more: Parameters<typeof aBudgetLine>[0]) =>
  aBudgetLine({ amount: "1", currency: "THB", ...more });

test("sums are exact, per kind and currency, in the order of kinds", () => {
  const budget = [
    line({ kind: "spent", amount: "0.1" }),
    line({ amount: "999999999999999.9999" }),
    line({ amount: "0.0001" }),
    line({ currency: "USD", amount: "5" }),
    line({ amount: null }),
    line({ currency: null }),
  ];
  expect(budgetSums(budget)).toEqual([
    { kind: "planned", currency: "THB", amount: "1000000000000000", lines: 2 },
    { kind: "planned", currency: "USD", amount: "5", lines: 1 },
    { kind: "spent", currency: "THB", amount: "0.1", lines: 1 },
  ]);
});

test("whatever the order of lines, the sums are the same and leave none out", () => {
  fc.assert(
    fc.property(anyProject, ({ budget }) => {
      const sums = budgetSums(budget);
      expect(budgetSums(budget.toReversed())).toEqual(sums);
      const stated = budget.filter((each) => each.amount !== null && each.currency !== null);
      expect(sums.reduce((count, sum) => count + sum.lines, 0)).toBe(stated.length);
      const whole = stated.reduce((sum, each) => sum.plus(each.amount ?? 0), new Big(0));
      expect(sums.reduce((sum, each) => sum.plus(each.amount), new Big(0)).eq(whole)).toBe(true);
    }),
  );
});

test("dollars are the amount over the rate, to the cent, and only at a stated rate", () => {
  expect(dollarsOf(line({ amount: "1250000.50", perDollar: "35.1" }))).toBe("35612.55");
  expect(dollarsOf(line({ amount: "1250000.50" }))).toBeNull();
  expect(dollarsOf(line({ amount: "5", perDollar: "0" }))).toBeNull();
  expect(dollarsOf(line({ currency: "USD", amount: "5", perDollar: "1" }))).toBeNull();
});
