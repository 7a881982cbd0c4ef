import { expect, test } from "vitest";
import { addressOfChange } from "@/lib/site/days-of-change.mjs";
import { untilPublished } from "@/lib/site/until-published.mjs";

const days = ["2018-07-08", "2022-09-21", "2025-09-30"];
const today = "2026-11-28";

const leads: Record<string, string | null> = {
  "/en?asOf=2022-09-21": null,
  "/en?asOf=2022-09-22": "/en?asOf=2022-09-21",
  "/km/cities/phuket?asOf=2026-11-28": "/km/cities/phuket?asOf=2025-09-30",
  "/fil/projects?q=bus+stop&asOf=2024-02-29&stage=ongoing":
    "/fil/projects?q=bus+stop&asOf=2022-09-21&stage=ongoing",
  // Nothing was public before this day, so all earlier days lead to one page.
  "/en?asOf=1900-01-01": "/en?asOf=2018-07-07",
  "/en?asOf=2018-07-07": null,
  // The page itself refuses future days and invalid days.
  "/en?asOf=2026-11-29": null,
  "/en?asOf=2199-12-31": null,
  "/en?asOf=2025-02-30": null,
  "/en?asOf=1899-12-31": null,
  "/en?asOf=yesterday": null,
  "/en?asOf=2024-01-01&asOf=2024-01-02": null,
  // The same holds for the first day of a comparison.
  "/en/changes?since=2023-01-01": "/en/changes?since=2022-09-21",
  "/en/changes?since=1950-01-01": "/en/changes?since=2018-07-07",
  "/en/cities/a/changes?since=2020-01-01&asOf=2023-01-01":
    "/en/cities/a/changes?since=2018-07-08&asOf=2022-09-21",
  "/en/cities/a/changes?since=2023-01-01&asOf=2024-01-01":
    "/en/cities/a/changes?since=2022-09-21&asOf=2022-09-22",
  "/en/cities/a/changes?since=2022-09-21&asOf=2022-09-22": null,
  "/en/cities/a/changes?since=2024-01-01&asOf=2023-01-01":
    "/en/cities/a/changes?since=2024-01-01&asOf=2022-09-21",
  "/en/changes?since=2026-11-28": null,
  // Other addresses are left alone.
  "/en?day=2024-01-01": null,
  "/office?asOf=2024-01-01": null,
  "/api/v1/projects?asOf=2024-01-01": null,
};

test.each(Object.entries(leads))("%s redirects to %s", (asked, leadsTo) => {
  expect(addressOfChange(asked, days, today)).toBe(leadsTo);
  // The address that is led to is not redirected again.
  if (leadsTo !== null) expect(addressOfChange(leadsTo, days, today)).toBeNull();
});

test("while nothing is published every address is right", () => {
  expect(addressOfChange("/en?asOf=2024-01-01", [], today)).toBeNull();
});

test("the days of more than a century redirect to one page for each change, and one before the first", () => {
  const pages = new Set<string>();
  for (let at = Date.UTC(1900, 0, 1); at <= Date.UTC(2026, 10, 28); at += 86_400_000) {
    const asked = `/en?asOf=${new Date(at).toISOString().slice(0, 10)}`;
    pages.add(addressOfChange(asked, days, today) ?? asked);
  }
  expect([...pages].sort()).toEqual([
    "/en?asOf=2018-07-07",
    "/en?asOf=2018-07-08",
    "/en?asOf=2022-09-21",
    "/en?asOf=2025-09-30",
  ]);
});

test("the days are read once after each publication, and again after a failure", async () => {
  let asked = 0;
  let publications = 0;
  let isAway = false;
  const list = untilPublished(
    async () => {
      asked += 1;
      if (isAway) throw new Error("The database is away");
      return days;
    },
    () => publications,
  );
  await Promise.all([list(), list(), list()]);
  expect(asked).toBe(1);
  publications = 1;
  isAway = true;
  await expect(list()).rejects.toThrow();
  isAway = false;
  expect(await list()).toBe(days);
  expect(asked).toBe(3);
});
