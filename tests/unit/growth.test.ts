import { expect, test } from "vitest";
import { growthOf } from "@/lib/domain/values/growth";

test.each([
  [1250, 1500, { difference: "250", percent: 20 }],
  ["0.1", "0.3", { difference: "0.2", percent: 200 }],
  [-10, -5, { difference: "5", percent: 50 }],
  [0, 7, { difference: "7", percent: null }],
  [7, 7, null],
  [null, 7, null],
  ["", 7, null],
  ["many", 7, null],
])("from %s to %s", (from, to, growth) => {
  expect(growthOf(from, to)).toEqual(growth);
});
