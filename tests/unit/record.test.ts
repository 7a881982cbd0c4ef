import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { editionHash } from "@/lib/db/edition-hash";
import {
  type EditionContent,
  readEditionContent,
  toEditionContent,
} from "@/lib/domain/record/edition";
import { fieldSpecs, getFieldSpec } from "@/lib/domain/record/fields";
import { emptyPlan, planSlug } from "@/lib/domain/record/plan";
import { closings, emptyProject, isListed } from "@/lib/domain/record/project";
import { emptyFields, parseFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { planFields, projectFields } from "@/lib/domain/record/schemas";
import { items } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";
import { anyPlan, anyProject } from "@/tests/support/arbitraries";

describe("a project", () => {
  test("that is empty is well-formed", () => {
    expect(projectFields.parse(emptyProject("A title"))).toEqual(emptyProject("A title"));
    expect(emptyFields("project")).toEqual(emptyProject(""));
  });

  test("counts in the totals unless it was closed without being completed", () => {
    expect(isListed({ closing: null })).toBe(true);
    expect(closings.filter((closing) => isListed({ closing }))).toEqual(["completed"]);
  });
});

describe("a plan", () => {
  test("that is empty is well-formed", () => {
    expect(planFields.parse(emptyPlan)).toEqual(emptyPlan);
    expect(emptyFields("plan")).toEqual(emptyPlan);
  });

  test("has an address made from its period", () => {
    expect(planSlug({ startYear: 2018, endYear: 2025 })).toBe("2018-2025");
  });
});

describe("a list of items", () => {
  const challenges = items({ text: z.string() }, 2);
  const id = "00000000-0000-4000-8000-000000000001";
  const other = "00000000-0000-4000-8000-000000000002";
  const messages = (value: unknown) =>
    challenges.safeParse(value).error?.issues.map((issue) => issue.message);

  test("has distinct ids, and not too many of them", () => {
    expect(
      messages([
        { id, text: "" },
        { id: other, text: "" },
      ]),
    ).toBeUndefined();
    expect(
      messages([
        { id, text: "a" },
        { id, text: "b" },
      ]),
    ).toEqual(["item_twice"]);
    const third = { id: "00000000-0000-4000-8000-000000000003", text: "" };
    expect(messages([{ id, text: "" }, { id: other, text: "" }, third])).toEqual([
      "too_many_items",
    ]);
    expect(challenges.safeParse([{ id: "1", text: "" }]).success).toBe(false);
  });
});

describe("the fields of a record", () => {
  const schemas: Record<RecordKind, z.ZodObject> = { plan: planFields, project: projectFields };

  test.each(["plan", "project"] as const)("of a %s are all described, in reading order", (kind) => {
    expect(fieldSpecs[kind].map((spec) => spec.name)).toEqual(Object.keys(schemas[kind].shape));
  });

  test.each(["plan", "project"] as const)("of a %s name all parts of their items", (kind) => {
    for (const spec of fieldSpecs[kind]) {
      if (spec.kind !== "list") continue;
      const item = z.toJSONSchema(schemas[kind].shape[spec.name] as z.ZodType, {
        io: "output",
        unrepresentable: "any",
      }).items as { properties: object };
      expect(["id", ...spec.item.map((part) => part.name)], spec.name).toEqual(
        Object.keys(item.properties),
      );
      expect(
        spec.item.map((part) => part.name),
        spec.name,
      ).toContain(spec.namedBy);
    }
  });

  test("are found by name, and an unknown name throws", () => {
    expect(getFieldSpec("project", "stage")).toMatchObject({ kind: "choice" });
    expect(() => getFieldSpec("plan", "stage")).toThrow("A plan has no field stage");
  });

  test("are read from stored content, and unknown fields are not", () => {
    expect(parseFields("plan", { ...emptyPlan })).toEqual(emptyPlan);
    expect(() => parseFields("plan", { vision: 7 })).toThrow(z.ZodError);
  });
});

describe("an edition's content", () => {
  test("reads back as it was written", () => {
    fc.assert(
      fc.property(anyProject, (fields) => {
        const content = toEditionContent("project", fields);
        expect(content.fields).toEqual(fields);
        expect(readEditionContent(JSON.parse(JSON.stringify(content)))).toEqual(content);
      }),
    );
    fc.assert(
      fc.property(anyPlan, (fields) => {
        expect(toEditionContent("plan", fields).fields).toEqual(fields);
      }),
    );
  });

  test("is refused where a field is missing, unknown or of another kind of record", () => {
    const { title, ...untitled } = emptyProject("");
    const content = { schemaVersion: 1, kind: "project" };
    expect(() => readEditionContent({ ...content, fields: untitled })).toThrow(z.ZodError);
    const more = { ...untitled, title, internalNotes: "for us alone" };
    expect(() => readEditionContent({ ...content, fields: more })).toThrow(z.ZodError);
    expect(() => readEditionContent({ ...content, fields: emptyPlan })).toThrow(z.ZodError);
    const fifth = { ...content, schemaVersion: 5, fields: emptyProject("") };
    expect(() => readEditionContent(fifth)).toThrow(z.ZodError);
  });

  test("of version 1 is read with empty values for later fields", () => {
    const { budget, locations, relatedProjects, responsibleOffice, ...rest } = emptyProject("Old");
    const { responsibleAddress, translations, progressNote, progressOn, events, ...first } = rest;
    const partner = { id: "00000000-0000-4000-8000-000000000000", name: "A", role: "" };
    const content = {
      schemaVersion: 1,
      kind: "project",
      fields: { ...first, partners: [partner] },
    };
    expect(readEditionContent(content).fields).toEqual({
      ...emptyProject("Old"),
      partners: [{ ...partner, kind: null }],
    });
  });

  test("has the same hash for any order of its keys", () => {
    fc.assert(
      fc.property(anyProject, (fields) => {
        const content = toEditionContent("project", fields);
        // The content has the same type; only the order of its keys differs.
        const shuffled = reversed(content) as EditionContent;
        expect(Object.keys(shuffled)).not.toEqual(Object.keys(content));
        expect(editionHash(shuffled)).toBe(editionHash(content));
      }),
    );
  });

  test("has another hash when its content differs", () => {
    fc.assert(
      fc.property(anyProject, anyProject, (one, two) => {
        const [first, second] = [
          toEditionContent("project", one),
          toEditionContent("project", two),
        ];
        expect(editionHash(first) === editionHash(second)).toBe(isSame(first, second));
      }),
    );
  });

  test("has the hash that anybody can compute: SHA-256 of its canonical JSON", () => {
    const content = toEditionContent("plan", { ...emptyPlan, vision: "Héllo" });
    // The expected hash is the output of this command: printf '%s'
    // '{"fields":{"figures":[],"focusAreas":[],"sources":[],"strategicTargets":[],"translations":[],"vision":"Héllo"},"kind":"plan","schemaVersion":4}'
    // | sha256sum
    expect(editionHash(content)).toBe(
      "a90b28765f305a0885612d70bb15a2c828cde4bee17741ece5676292379f483b",
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, reversed(each)] as const);
  return Object.fromEntries(entries.reverse());
}
