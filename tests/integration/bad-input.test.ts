import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { saveDraft } from "@/lib/commands/record/save-draft";
import {
  type FieldSpec,
  fieldSpecs,
  type ItemFieldSpec,
  type ListSpec,
} from "@/lib/domain/record/fields";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { englishHash, translationId } from "@/lib/domain/record/translation";
import { words } from "@/messages/en";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPlanOf, aReadyProject, aSave } from "@/tests/support/factories";
import { countRows } from "@/tests/support/rows";

type OneValue = ItemFieldSpec | Exclude<FieldSpec, { kind: "list" }>;

const fiveMegabytes = "a".repeat(5_000_000);
const hidden = ["a\u0000b", "a\u0007b", "a\u200bb", "a\ufeffb", "\ud800", "a\udfffb"];
const noText = [7, true, {}, ["a"], null, ...hidden, "a".repeat(20_001), fiveMegabytes];
// JSON.parse turns 1e400 into Infinity, and NaN can only arrive as a text.
const noNumbers = [JSON.parse("1e400"), JSON.parse("-1e400"), "NaN", "12 or 13", "-", 1e13, {}];

/** Returns values that no field of this kind may hold. */
function badValues(spec: OneValue): unknown[] {
  switch (spec.kind) {
    case "line":
      return [...noText, "two\nlines", "a\u202eb"];
    case "text":
    case "markdown":
      return noText;
    case "address":
      return [...noText, "javascript:alert(1)", "www.example.org"];
    case "role_address":
      return [...noText, "nobody", "a@b@c.example"];
    case "date":
      return [
        "2024-02-30",
        "2568",
        "2568-02-29",
        "2024-13",
        "next year",
        ...hidden,
        fiveMegabytes,
        7,
      ];
    case "number":
      return [...noNumbers, fiveMegabytes, ...(spec.name === "weight" ? [-1, 0, 1.5, null] : [])];
    case "year":
      return [...noNumbers, 2568, 2024.5, 1066, "2024"];
    case "decimal":
      return [
        "-1",
        "1e400",
        "NaN",
        "12 or 13",
        "1.23456",
        "9".repeat(16),
        12,
        ...hidden,
        fiveMegabytes,
      ];
    case "yes_no":
      return ["yes", 1, null];
    case "choice":
    case "framework":
      return ["nonsense", 7, {}, fiveMegabytes, ...(spec.nullable ? [] : [null, ""])];
    case "project":
      return ["nonsense", 7, randomUUID(), fiveMegabytes];
    case "file":
    case "claim_of":
    case "indicator_of":
    case "milestone_of":
      return ["nonsense", 7, fiveMegabytes];
    case "text_of":
      return ["nonsense", "stage", "title.more", `milestones.x.title`, "__proto__", 7, null];
    case "english_hash":
      return ["", "nonsense", "0123456", "0123456G", 7, null];
    case "readings":
      return badLists;
  }
}

const twice = { id: randomUUID() };
/** Values that no list may hold, whatever its items are. */
const badLists: unknown[] = [
  "nonsense",
  null,
  {},
  [7],
  [{}],
  [twice, twice],
  Array.from({ length: 100_000 }, () => ({})),
];

/** Returns an item in which every value is valid. */
function anItem(item: ItemFieldSpec[]): Record<string, unknown> & { id: string } {
  const values = item.map((spec) => {
    if (spec.kind === "choice") return [spec.name, spec.options[0]];
    if (spec.kind === "framework")
      return [
        spec.name,
        { focusAreas: "civic-social", outcomes: "competitive-economy" }[String(spec.options)] ??
          null,
      ];
    if (spec.kind === "yes_no") return [spec.name, false];
    if (spec.kind === "readings") return [spec.name, []];
    if (spec.kind === "number") return [spec.name, 1];
    return [spec.name, ["line", "text", "address"].includes(spec.kind) ? "" : null];
  });
  const made = { id: randomUUID(), ...Object.fromEntries(values) };
  if (!item.some((spec) => spec.kind === "text_of")) return made;
  // The id of a translation is computed from its language and its part.
  const [language, of] = ["th", "focusAreas.00000000-0000-4000-8000-000000000000.ownLabel"];
  const id = translationId(language, of);
  return { ...made, id, language, of, text: "ข้อความ", englishHash: englishHash("A text") };
}

/** Returns every bad value of a field with the path at which its error belongs. */
function casesOf(spec: FieldSpec): { path: string; value: unknown }[] {
  if (spec.kind !== "list") return badValues(spec).map((value) => ({ path: spec.name, value }));
  return [
    ...badLists.map((value) => ({ path: spec.name, value })),
    ...spec.item.flatMap((part) => {
      const item = anItem(spec.item);
      const path = `${spec.name}.${item.id}.${part.name}`;
      const own = badValues(part).map((value) => ({
        path,
        value: [{ ...item, [part.name]: value }],
      }));
      return part.kind === "readings" ? [...own, ...casesOfReadings(part.list, item, path)] : own;
    }),
  ];
}

function casesOfReadings(list: ListSpec, item: Record<string, unknown>, path: string) {
  return list.item.flatMap((part) => {
    const reading = anItem(list.item);
    return badValues(part).map((value) => ({
      path: `${path}.${reading.id}.${part.name}`,
      value: [{ ...item, readings: [{ ...reading, [part.name]: value }] }],
    }));
  });
}

let cast: Cast;
let records: Record<RecordKind, string>;
beforeAll(async () => {
  cast = await getCast();
  records = { plan: await aPlanOf("phuket"), project: await aReadyProject(cast) };
});

const notes: FieldSpec = { name: "internalNotes", kind: "text" };
const fields = (["plan", "project"] as const).flatMap((kind) =>
  [...fieldSpecs[kind], notes].map((spec) => [kind, spec.name, spec] as const),
);

describe("bad input is answered beside its field and changes nothing", () => {
  test.each(fields)("%s: %s", async (kind, field, spec) => {
    const before = await countRows();
    for (const { path, value } of casesOf(spec)) {
      const said = `${path}: ${JSON.stringify(value)?.slice(0, 200)}`;
      const changes = [{ field, seen: null, value }];
      const result = await saveDraft(cast.editorOfPhuket, aSave(records[kind], changes));
      if (result.ok || result.refusal.code !== "invalid") {
        expect.fail(`${said} came to ${JSON.stringify(result).slice(0, 200)}`);
      }
      const errors = Object.entries(result.refusal.fields);
      // When the value is not a list, the error is at the list or its item; otherwise it is at the value.
      expect(
        errors.map(([at]) => at).every((at) => at.startsWith(path)),
        said,
      ).toBe(true);
      expect(errors.length, said).toBeGreaterThan(0);
      expect(errors.length, said).toBeLessThan(50);
      for (const { key } of errors.flatMap(([, found]) => found)) {
        expect(words.errors.field, said).toHaveProperty([key]);
      }
    }
    expect(await countRows()).toEqual(before);
  });
});

test("an end before its start is answered beside the end", async () => {
  const before = await countRows();
  const changes = [
    { field: "startsOn", seen: null, value: "2025" },
    { field: "endsOn", seen: null, value: "2024-12" },
    {
      field: "indicators",
      seen: [],
      value: [{ ...anItem(indicatorItem), id: twice.id, baselineOn: "2025", targetOn: "2024" }],
    },
  ];
  expect(await saveDraft(cast.editorOfPhuket, aSave(records.project, changes))).toEqual({
    ok: false,
    refusal: {
      code: "invalid",
      fields: {
        endsOn: [{ key: "before_start" }],
        [`indicators.${twice.id}.targetOn`]: [{ key: "before_baseline" }],
      },
    },
  });
  expect(await countRows()).toEqual(before);
});

test("a year of the Buddhist calendar is refused with the year of the Common Era", async () => {
  const changes = [{ field: "startsOn", seen: null, value: "๒๕๖๘-๐๙" }];
  expect(await saveDraft(cast.editorOfPhuket, aSave(records.project, changes))).toEqual({
    ok: false,
    refusal: { code: "invalid", fields: { startsOn: [{ key: "buddhist_year", limit: 2025 }] } },
  });
});

const indicators = fieldSpecs.project.find((spec) => spec.name === "indicators");
const indicatorItem = indicators?.kind === "list" ? indicators.item : [];
