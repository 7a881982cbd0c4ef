import { expect, test } from "vitest";
import { addressOf } from "@/lib/domain/site/reading";
import { isPartialDate } from "@/lib/domain/values/partial-date";
import config from "@/next.config.js";

test("the rewrites know the days that the rules know", async () => {
  const rewrites = await config.rewrites?.();
  const first = rewrites && "beforeFiles" in rewrites ? (rewrites.beforeFiles ?? []) : [];
  const [badDay, goodDay] = first.flatMap(({ has }) =>
    has ? new RegExp(`^${has[0]?.value}$`) : [],
  );
  const days = ["1900", "1999", "2000", "2023", "2024", "2100", "2199", "2200", "1899"].flatMap(
    (year) =>
      Array.from({ length: 14 }, (_, month) => month).flatMap((month) =>
        Array.from({ length: 33 }, (_, day) => [year, month, day]),
      ),
  );
  for (const [year, month, day] of days) {
    const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    expect([text, goodDay?.test(text), badDay?.test(text)]).toEqual([
      text,
      isPartialDate(text),
      !isPartialDate(text),
    ]);
  }
  for (const text of ["yesterday", "2024", "2024-09", "2024-09-25T00:00", " 2024-09-25"]) {
    expect([text, goodDay?.test(text), badDay?.test(text)]).toEqual([text, false, true]);
  }
});

test("links keep the day one reads as of, and leave out what is empty", () => {
  expect(addressOf({ locale: "en", asOf: null }, "/cities")).toBe("/en/cities");
  expect(addressOf({ locale: "en", asOf: "2024-09-25" }, "")).toBe("/en?asOf=2024-09-25");
  expect(
    addressOf({ locale: "en", asOf: "2024-09-25" }, "/projects", { q: "a b&c", stage: "" }),
  ).toBe("/en/projects?q=a+b%26c&asOf=2024-09-25");
});
