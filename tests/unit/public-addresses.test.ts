import { expect, test } from "vitest";
import { addressOf } from "@/lib/domain/site/page-context";

test("links keep the day of the page, and leave out empty values", () => {
  expect(addressOf({ locale: "en", asOf: null }, "/cities")).toBe("/en/cities");
  expect(addressOf({ locale: "en", asOf: "2024-09-25" }, "")).toBe("/en?asOf=2024-09-25");
  expect(
    addressOf({ locale: "en", asOf: "2024-09-25" }, "/projects", { q: "a b&c", stage: "" }),
  ).toBe("/en/projects?q=a+b%26c&asOf=2024-09-25");
});
