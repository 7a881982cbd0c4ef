import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDaysUntil, localDay, nextDigestAt } from "@/lib/domain/notification/digest";
import { dueKind, stepsReached } from "@/lib/domain/notification/reminder";

const zones = [
  "Asia/Jakarta",
  "Asia/Yangon",
  "Asia/Makassar",
  "Asia/Jayapura",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Europe/Berlin",
  "Pacific/Kiritimati",
  "UTC",
];

const clock = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);

describe("the digest of a day", () => {
  test.each([
    ["just before", "2026-08-20T23:59:59Z", "Asia/Jakarta", "2026-08-21T00:00:00.000Z"],
    ["on the minute", "2026-08-21T00:00:00Z", "Asia/Jakarta", "2026-08-22T00:00:00.000Z"],
    ["half an hour off", "2026-08-20T12:00:00Z", "Asia/Yangon", "2026-08-21T00:30:00.000Z"],
    ["the clocks go back", "2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25T06:00:00.000Z"],
  ])("is due at seven on the recipient's clock: %s", (_, after, zone, expected) => {
    expect(nextDigestAt(new Date(after), zone).toISOString()).toBe(expected);
  });

  test("comes at seven, later than now and within 25 hours, and never twice on one day, in every zone", () => {
    const instant = fc.date({
      min: new Date("2024-01-01"),
      max: new Date("2036-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (after, zone) => {
        const first = nextDigestAt(after, zone);
        const second = nextDigestAt(first, zone);
        expect(clock(first, zone)).toBe("07:00");
        expect(first > after).toBe(true);
        expect(first.getTime() - after.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        expect(localDay(second, zone)).not.toBe(localDay(first, zone));
        expect(calendarDaysUntil(first, second, zone)).toBe(1);
      }),
    );
  });
});

describe("the reminders of a report for a city", () => {
  const due = new Date("2026-08-31T16:59:59Z");
  test.each([
    ["2026-07-31T00:00:00Z", null],
    ["2026-08-01T00:00:00Z", "due_30"],
    ["2026-08-23T12:00:00Z", "due_30"],
    ["2026-08-24T00:00:00Z", "due_7"],
    ["2026-08-29T12:00:00Z", "due_7"],
    // This is midnight of 30 August in Bangkok.
    ["2026-08-29T17:00:00Z", "due_1"],
    ["2026-08-31T16:59:58Z", "due_1"],
    ["2026-08-31T16:59:59Z", "overdue"],
  ])("at %s: %s", (at, kind) => {
    expect(dueKind(new Date(at), due, "Asia/Bangkok")).toBe(kind);
  });

  test.each([
    [0, ["staff"]],
    [7, ["staff", "leads"]],
    [14, ["staff", "leads", "representatives"]],
    [40, ["staff", "leads", "representatives", "secretariat"]],
  ])("when nobody acts, after %i days it has come to %s", (days, expected) => {
    expect(stepsReached("overdue", days).flatMap(({ to }) => to)).toEqual(expected);
  });

  test.each([
    ["answer", 21, ["leads", "representatives", "secretariat"]],
    ["clearance", 7, ["representatives"]],
    ["clearance", 14, ["representatives", "secretariat"]],
    ["decision", 7, ["reviewers"]],
    ["decision", 14, ["reviewers", "secretariat"]],
  ] as const)(
    "where it waits for %s, after %i days it has come to %s",
    (waiting, days, expected) => {
      expect(stepsReached(waiting, days - 1).flatMap(({ to }) => to)).toEqual(
        expected.slice(0, -1),
      );
      expect(stepsReached(waiting, days).flatMap(({ to }) => to)).toEqual(expected);
    },
  );

  test("a question that nobody answers is escalated to the lead first", () => {
    expect(stepsReached("answer", 6)).toEqual([]);
    expect(stepsReached("answer", 8).flatMap(({ to }) => to)).toEqual(["leads"]);
  });
});
