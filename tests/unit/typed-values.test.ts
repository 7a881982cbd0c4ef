import { describe, expect, test } from "vitest";
import { looksPersonal } from "@/lib/domain/people/office-address";
import { dollarSums } from "@/lib/domain/progress/budget";
import { decimal } from "@/lib/domain/values/decimal";
import { readNumber } from "@/lib/domain/values/number-text";
import { kmBetween, pointOf, splitCoordinates } from "@/lib/domain/values/place";

describe("a number as it is typed", () => {
  test.each([
    ["", null],
    [" 12 ", 12],
    ["−3.5", -3.5],
    ["๑,๒๕๐.๕", 1250.5],
    ["1 250 000", 1250000],
    ["12 or 13", "12 or 13"],
    ["-", "-"],
    ["1,5", 1.5],
    ["1,500", "1,500"],
    ["1e400", "1e400"],
    ["9".repeat(400), "9".repeat(400)],
  ])("%j is %j", (typed, number) => {
    expect(readNumber(typed)).toBe(number);
  });
});

test("an amount is exact, with any digits and separators", () => {
  expect(decimal.parse("១,២៥០,០០០.៥០")).toBe("1250000.50");
  expect(decimal.parse(" ")).toBeNull();
});

describe("an e-mail address", () => {
  test.each(["first.last@city.example", "somebody@gmail.com", "office@yahoo.co.th"])(
    "looks like a person’s: %s",
    (address) => expect(looksPersonal(address)).toBe(true),
  );

  test.each(["", "smart.city@city.example", "info@city.example", "planning-office@city.example"])(
    "does not: %s",
    (address) => expect(looksPersonal(address)).toBe(false),
  );
});

describe("a place", () => {
  test.each([
    ["7.8804, 98.3923", { latitude: 7.8804, longitude: 98.3923 }],
    ["(−8.5586; 125.5736)", { latitude: -8.5586, longitude: 125.5736 }],
    ["7.8804° 98.3923°", { latitude: 7.8804, longitude: 98.3923 }],
    ["98.3923, 7.8804", null],
    ["7.8804", null],
    ["Phuket", null],
  ])("is read from %j", (typed, point) => {
    expect(splitCoordinates(typed)).toEqual(point);
  });

  test("has two coordinates on the earth", () => {
    expect(pointOf({ latitude: 91, longitude: 0 })).toBeNull();
    expect(pointOf({ latitude: "7.", longitude: 98 })).toBeNull();
    expect(pointOf({ latitude: null, longitude: 98 })).toBeNull();
  });

  test("has the distance of one degree of the equator from its neighbour", () => {
    const at = (longitude: number) => ({ latitude: 0, longitude });
    expect(kmBetween(at(100), at(101))).toBeCloseTo(111.19, 1);
    expect(kmBetween(at(0), at(180))).toBeCloseTo(20015, 0);
  });
});

test("dollars are added for lines with a rate, and the other lines are counted", () => {
  const line = (
    kind: "planned" | "spent",
    amount: string,
    currency: string,
    perDollar: string | null,
  ) => ({
    id: crypto.randomUUID(),
    kind,
    amount,
    currency,
    year: null,
    funder: "",
    perDollar,
    perDollarOn: null,
    note: "",
  });
  expect(
    dollarSums([
      line("planned", "100", "THB", "3"),
      line("planned", "100", "THB", "3"),
      line("planned", "0.34", "USD", null),
      line("planned", "5", "EUR", null),
      line("spent", "5", "EUR", "0"),
    ]),
  ).toEqual([
    { kind: "planned", dollars: "67.00", linesWithout: 1 },
    { kind: "spent", dollars: null, linesWithout: 1 },
  ]);
});
