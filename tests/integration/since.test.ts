import { beforeAll, describe, expect, test } from "vitest";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database } from "@/lib/db/client";
import { listChanges } from "@/lib/queries/public/changes";
import { listCityDays } from "@/lib/queries/public/city-days";
import { findCityDifference, findProjectLog } from "@/lib/queries/public/since";
import { type Cast, getCast } from "@/tests/support/cast";
import { aMilestone } from "@/tests/support/examples";
import { aPublishedProject, must, typeInto } from "@/tests/support/factories";
import { countStatements } from "@/tests/support/statements";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const reports = ["2025-09-30", "2024-09-25", "2023-08-14", "2022-09-21", "2018-07-08"];

describe("what changed since a day", () => {
  test("of a project: both contents, and its editions up to the later day", async () => {
    const log = await findProjectLog("cebu-city", "traffic-control", {
      since: "2023-12-31",
      asOf: "2024-12-31",
    });
    expect(log?.sides?.before).toMatchObject({
      fields: { title: "Cebu City Automated Citywide Traffic System" },
    });
    expect(log?.sides?.after).toMatchObject({
      fields: { title: "Automated Citywide Traffic Control System" },
    });
    const days = log?.editions.map((edition) => edition.effectiveOn) ?? [];
    expect(days).toEqual(days.toSorted().toReversed());
    expect(days.filter((day) => reports.includes(day))).toEqual(reports.slice(1));
    // The days include the report of the chairmanship and the press articles between the monitoring reports.
    expect(days).toContain("2019-08-23");
    expect(days[0]).toBe("2024-10-22");
  });

  test("of a project that was not public yet: no content before", async () => {
    const log = await findProjectLog("cebu-city", "brt", { since: "2018-07-07", asOf: null });
    expect(log?.sides).toMatchObject({ before: null, after: { kind: "project" } });
    expect(await findProjectLog("cebu-city", "nothing", { since: null, asOf: null })).toBeNull();
  });

  test("of a city: each record with changed content, and the number of unchanged ones", async () => {
    const difference = await findCityDifference("cebu-city", "2018-07-08", "2025-09-30");
    const { records, counts, more } = difference;
    expect(counts).toEqual({ fresh: 0, changed: 3, same: 0 });
    expect(records.map(({ kind, slug, formerTitle }) => [kind, slug, formerTitle])).toEqual([
      // The plan is listed because results of its targets were published.
      ["plan", "2018-2025", null],
      ["project", "traffic-control", "Automated Citywide Traffic Control Systems"],
      ["project", "brt", "Bus Rapid Transit (BRT) System"],
    ]);
    expect(more).toBe(0);
    expect((await findCityDifference("cebu-city", "2026-06-01", null)).records).toEqual([]);
    expect((await findCityDifference("cebu-city", "2018-01-01", "2018-12-31")).counts).toEqual({
      fresh: 3,
      changed: 0,
      same: 0,
    });
  });

  test("of the network: the editions that are valid from a later day", async () => {
    const asked = { asOf: "2025-09-30", since: "2024-09-25", limit: 100 };
    const page = await listChanges(asked);
    expect(page?.changes.length).toBeGreaterThan(10);
    expect(new Set(page?.changes.map((change) => change.effectiveOn))).toEqual(
      new Set(["2025-09-30"]),
    );
  });

  test("takes the same number of statements for cities with many and with few projects", async () => {
    const few = await countStatements(() => findCityDifference("cebu-city", "2018-07-08", null));
    const many = await countStatements(() => findCityDifference("phuket", "2018-07-08", null));
    expect(few).toHaveLength(3);
    expect(many).toHaveLength(3);
    const log = await countStatements(() =>
      findProjectLog("cebu-city", "brt", { since: "2018-07-08", asOf: null }),
    );
    expect(log.length, log.join("\n")).toBeLessThanOrEqual(6);
  });
});

test("a withheld project is in no change log and no difference", async () => {
  const recordId = await aPublishedProject(cast);
  const { slug } = await database().project.findUniqueOrThrow({ where: { id: recordId } });
  const everything = async () =>
    JSON.stringify([
      await findCityDifference("phuket", "2018-07-08", null),
      await findProjectLog("phuket", slug, { since: "2018-07-08", asOf: null }),
    ]);
  expect(await everything()).toContain(slug);
  must(
    await withholdRecord(cast.reviewer, {
      recordId,
      reason: "The ministry asked us.",
      notice: "Not shown while it is looked into.",
    }),
  );
  const shown = await everything();
  expect(shown).not.toContain(slug);
  expect(shown).not.toContain("What it is about.");
  expect(shown).toContain("Not shown while it is looked into.");
});

test("a moved end and a moved milestone are shown with the number of months", async () => {
  const recordId = await aPublishedProject(cast);
  const opening = aMilestone({ dueOn: "2026-03" });
  const publish = async (fields: Parameters<typeof typeInto>[2]) => {
    await typeInto(cast, recordId, fields);
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    must(await approveSubmission(cast.reviewer, { submissionId }));
  };
  await publish({ endsOn: [null, "2027"], milestones: [[], [opening]] });
  const moved = { ...opening, dueOn: "2026-09" };
  await publish({ endsOn: ["2027", "2029-06"], milestones: [[opening], [moved]] });
  const page = await listChanges({ asOf: null, limit: 3, recordId });
  expect(page?.changes[0]).toMatchObject({
    end: { from: "2027", to: "2029-06", months: 18 },
    milestones: [{ title: opening.title, kind: "moved", move: { months: 6 } }],
  });
  expect(page?.changes[1]).toMatchObject({ end: null, milestones: [{ kind: "added" }] });
});

test("a city's days are those of its editions, each once", async () => {
  const days = await listCityDays("cebu-city", null);
  const own = days.map(({ day }) => day);
  expect(own).toEqual([...new Set(own)].toSorted().toReversed());
  expect(own.filter((day) => reports.includes(day))).toEqual(reports);
  expect(days.at(-1)).toEqual({ day: "2018-07-08", editions: 3 });
  const until = await listCityDays("cebu-city", "2019-12-31");
  expect(until.map(({ day }) => day)).toEqual(["2019-08-23", "2018-07-08"]);
});
