import { describe, expect, test } from "vitest";
import { isDay } from "@/lib/domain/values/calendar-day.mjs";
import { day, fromDay, toDay } from "@/lib/domain/values/day";
import { isBefore, isPartialDate, shiftOf } from "@/lib/domain/values/partial-date";
import { partialDate } from "@/lib/domain/values/partial-date-field";

describe("a partial date", () => {
  test.each(["1900", "2024", "2024-09", "2024-02-29", "2199-12-31"])("may be %s", (value) => {
    expect(isPartialDate(value)).toBe(true);
    expect(partialDate.parse(` ${value} `)).toBe(value);
  });

  test.each([
    "1899",
    "2200",
    "24",
    "2024-13",
    "2024-00",
    "2023-02-29",
    "2024-9",
    "2024-09-25T00:00",
    "2567-9",
    "ค.ศ. 2024",
  ])("may not be %s", (value) => {
    expect(isPartialDate(value)).toBe(false);
    expect(partialDate.safeParse(value).error?.issues[0]?.message).toBe("partial_date");
  });

  test.each(["2567", "2568-09", "๒๕๖๘-๐๒-๒๘"])(
    "of the Buddhist calendar is told so: %s",
    (value) => {
      const [issue] = partialDate.safeParse(value).error?.issues ?? [];
      expect(issue).toMatchObject({ message: "buddhist_year" });
    },
  );

  test("may be written in the digits of any script", () => {
    expect(partialDate.parse("๒๐๒๕-០៩-၃၀")).toBe("2025-09-30");
  });

  test("may be missing", () => {
    expect(partialDate.parse(null)).toBeNull();
    expect(partialDate.parse("  ")).toBeNull();
  });
});

test.each([
  ["2023", "2024", true],
  ["2024", "2023", false],
  ["2024", "2024-05", false],
  ["2024-05", "2024", false],
  ["2024-05-31", "2024-06", true],
  ["2024-05-01", "2024-05-02", true],
  ["2024-05-02", "2024-05-02", false],
])("%s lies wholly before %s: %s", (first, second, expected) => {
  expect(isBefore(first, second)).toBe(expected);
});

test.each([
  ["2024", "2026", { unit: "year", count: 2 }],
  ["2024-03", "2023-03", { unit: "year", count: -1 }],
  ["2024-03", "2025-01", { unit: "month", count: 10 }],
  ["2024-03-31", "2025-03-31", { unit: "year", count: 1 }],
  ["2024-02-28", "2024-03-01", { unit: "day", count: 2 }],
  ["2024-02-28", "2024-04", { unit: "month", count: 2 }],
  ["2024", "2025-06", { unit: "year", count: 1 }],
  ["2025", "2025-06", null],
  ["2025-06-01", "2025-06-01", null],
])("from %s to %s is %j", (from, to, expected) => {
  expect(shiftOf(from, to)).toEqual(expected);
});

describe("a day", () => {
  test("is a day of UTC in every time zone of the machine", () => {
    // In Kathmandu, the time zone of the tests, it is already the next day.
    expect(new Date("2025-09-30T20:00:00Z").getDate()).toBe(1);
    expect(toDay(new Date("2025-09-30T20:00:00Z"))).toBe("2025-09-30");
    expect(fromDay("2025-09-30").toISOString()).toBe("2025-09-30T00:00:00.000Z");
    expect(toDay(fromDay("2025-09-30"))).toBe("2025-09-30");
  });

  test("is complete and exists", () => {
    expect(day.parse("2025-09-30")).toBe("2025-09-30");
    for (const value of ["2025-09", "2025-09-31", "yesterday"]) {
      expect(day.safeParse(value).error?.issues[0]?.message).toBe("day");
    }
  });
});

test("a day is in the Gregorian calendar, from 1900 to 2199", () => {
  for (const year of [1899, 1900, 1999, 2000, 2023, 2024, 2100, 2199, 2200])
    for (let month = 0; month < 14; month += 1)
      for (let day = 0; day < 33; day += 1) {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const date = new Date(Date.UTC(year, month - 1, day));
        const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        const isKnown = isThere && year >= 1900 && year <= 2199;
        expect([text, isDay(text), isPartialDate(text)]).toEqual([text, isKnown, isKnown]);
      }
  for (const text of ["yesterday", "2024", "2024-09", "2024-09-25T00:00", " 2024-09-25"])
    expect([text, isDay(text)]).toEqual([text, false]);
});
