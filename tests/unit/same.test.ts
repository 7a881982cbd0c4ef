import { expect, test } from "vitest";
import { isOnThisSite } from "@/lib/domain/site/same-site";
import { isSame } from "@/lib/domain/values/same";

test.each([
  [1, 1, true],
  [1, "1", false],
  [null, null, true],
  [null, {}, false],
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[1, 2], [2, 1], false],
  [[1], [1, 2], false],
  [[], {}, false],
  [[{ a: [{}] }], [{ a: [{}] }], true],
])("%j and %j say the same: %s", (a, b, expected) => {
  expect(isSame(a, b)).toBe(expected);
  expect(isSame(b, a)).toBe(expected);
});

test.each([
  ["/", true],
  ["/office/projects?q=%2F%2Fevil", true],
  ["/\\evil.example", false],
  ["/\t/evil.example", false],
  ["//evil.example", false],
  ["https://evil.example", false],
  ["office", false],
  ["", false],
])("%j is a path of this site: %s", (path, expected) => {
  expect(isOnThisSite(path)).toBe(expected);
});
