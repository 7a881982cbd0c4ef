import { describe, expect, test } from "vitest";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import { changesBetween } from "@/lib/domain/report/changes";
import { lateDatesOf } from "@/lib/domain/report/late";
import { besidePrinted } from "@/lib/domain/report/printed";
import { daysUntil } from "@/lib/domain/report/progress";
import { type FrozenProject, reportTablesOf } from "@/lib/domain/report/report";
import { aMilestone } from "@/tests/support/examples";

const city = {
  slug: "phuket",
  name: "Phuket",
  countryCode: "TH",
  countryName: "Thailand",
  joinedYear: 2018,
};

/** Returns a project of a freeze with this record id. */
function frozen(
  recordId: string,
  fields: Partial<ProjectFields> = {},
  origin: FrozenProject["origin"] = "city",
): FrozenProject {
  return {
    recordId,
    slug: recordId,
    city,
    number: 1,
    hash: "0".repeat(64),
    effectiveOn: "2025-09-30",
    origin,
    fields: { ...emptyProject(recordId), stage: "ongoing", ...fields },
    isWithheld: false,
  };
}

const area = (focusArea: string) => [
  { id: crypto.randomUUID(), focusArea, projectType: null, ownLabel: "" },
];

describe("what changed from one report to the next", () => {
  test.each<[string, Partial<ProjectFields> | null, Partial<ProjectFields> | null, string[]]>([
    ["new", null, {}, ["new"]],
    ["new and completed", null, { stage: "completed" }, ["new", "completed"]],
    ["unchanged", {}, {}, ["unchanged"]],
    [
      "unchanged but for its sources",
      {},
      { sources: [{ id: "1", title: "A", address: "" }] },
      ["unchanged"],
    ],
    ["updated", {}, { dataNote: "More is known" }, ["updated"]],
    ["renamed", {}, { title: "Another" }, ["renamed"]],
    ["moved", { focusAreas: area("a") }, { focusAreas: area("b") }, ["moved_area"]],
    ["stated for the first time", {}, { focusAreas: area("b") }, ["updated"]],
    ["back to planning", {}, { stage: "planning" }, ["stage_moved"]],
    ["of a stage that nobody had stated", { stage: "not_stated" }, {}, ["updated"]],
    ["completed", {}, { stage: "completed" }, ["completed"]],
    ["completed before", { stage: "completed" }, { stage: "completed" }, ["unchanged"]],
    ["closed", {}, { closing: "withdrawn" }, ["closed"]],
    ["closed as completed", {}, { stage: "completed", closing: "completed" }, ["completed"]],
    ["listed again", { closing: "no_longer_listed" }, {}, ["listed_again"]],
    ["gone from the freeze", {}, null, ["left_out"]],
    [
      "several at once",
      { endsOn: "2024" },
      { title: "Another", endsOn: "2025" },
      ["renamed", "slipped"],
    ],
  ])("%s", (_, before, now, kinds) => {
    const [change] = changesBetween(
      before ? [frozen("a", { title: "A", ...before })] : [],
      now ? [frozen("a", { title: "A", ...now })] : [],
    );
    expect(change?.kinds).toEqual(kinds);
  });

  test.each<[string, Partial<ProjectFields>, Partial<ProjectFields>, string[]]>([
    ["adds a summary", {}, { summary: "A bus line" }, ["described"]],
    ["adds an entry", { focusAreas: area("a") }, { focusAreas: area("a") }, ["updated"]],
    ["says something else", { summary: "A bus" }, { summary: "A tram" }, ["updated"]],
    [
      "adds and says something else",
      { summary: "A" },
      { summary: "B", dataNote: "C" },
      ["updated"],
    ],
    ["adds nothing", { summary: "A bus" }, { summary: "A bus" }, ["unchanged"]],
  ])("a reading of documents that %s", (_, before, now, kinds) => {
    const [change] = changesBetween([frozen("a", before)], [frozen("a", now, "documents")]);
    expect(change?.kinds).toEqual(kinds);
  });

  test("a project that neither report lists is not mentioned", () => {
    const closed = frozen("a", { closing: "withdrawn" });
    expect(changesBetween([closed], [closed])).toEqual([]);
    expect(changesBetween([closed], [])).toEqual([]);
  });

  test.each([
    ["2024", "2025", 12],
    ["2024-06", "2024-12", 6],
    ["2024-12-31", "2025-01-01", 1],
    ["2024-05-01", "2024-05-20", 0],
    ["2025", "2025-06", null],
    ["2025", "2024", null],
    [null, "2024", null],
  ])("an end moved from %s to %s slipped by %s months", (from, to, months) => {
    const [change] = changesBetween([frozen("a", { endsOn: from })], [frozen("a", { endsOn: to })]);
    expect(change?.slip?.months ?? null).toBe(months);
  });
});

test("a report lists the dates that passed by its day, the earliest first, by one rule", () => {
  const milestones = [
    aMilestone({ title: "Done", dueOn: "2021", doneOn: "2022" }),
    aMilestone({ title: "Missed", dueOn: "2023" }),
    aMilestone({ title: "Not told of", dueOn: "2024", lastReportedOn: "2022-09-21" }),
    aMilestone({ title: "To come", dueOn: "2026" }),
    aMilestone({ title: "Cancelled", dueOn: "2020", droppedReason: "No land" }),
    aMilestone({ title: "No date" }),
  ];
  const read = frozen("a", { milestones, endsOn: "2025-06" }, "documents");
  const gone = frozen("b", { milestones, closing: "withdrawn" }, "documents");
  expect(
    lateDatesOf([read, gone], "2025-09-30").map(({ title, due, state }) => [title, due, state]),
  ).toEqual([
    ["Missed", "2023", "late"],
    ["Not told of", "2024", "silent"],
    [null, "2025-06", "late"],
  ]);
});

test("a printed percentage is compared with the precision of the print", () => {
  const projects = [..."abcdefg"].map((id) =>
    frozen(id, { stage: id === "a" ? "planning" : "ongoing" }),
  );
  const tables = reportTablesOf(projects, { focusAreas: [], projectTypes: [], outcomes: [] });
  const compare = (value: number) => {
    const figure = {
      table: "stage",
      row: "planning",
      unit: "percent",
      value,
      explanation: "",
    } as const;
    const [compared] = besidePrinted(
      { title: "", source: "", figures: [figure] },
      projects,
      tables,
    );
    return [compared?.ours, compared?.isSame];
  };
  // One of seven is 14.2857 %.
  expect(compare(14)).toEqual([14, true]);
  expect(compare(14.3)).toEqual([14.3, true]);
  expect(compare(14.28)).toEqual([14.29, false]);
});

test("the days until a deadline are whole days, and it is late from the first second after it", () => {
  const due = new Date("2026-09-30T23:59:59Z");
  expect(daysUntil(due, new Date("2026-09-29T12:00:00Z"))).toBe(2);
  expect(daysUntil(due, new Date("2026-09-30T23:59:58Z"))).toBe(1);
  expect(daysUntil(due, new Date("2026-10-01T00:00:00Z"))).toBe(-1);
});
