import { describe, expect, test } from "vitest";
import * as z from "zod";
import { newPassword } from "@/lib/domain/people/password";
import { email, personForm } from "@/lib/domain/people/person";
import { parseChanges, saveDraftInput } from "@/lib/domain/record/draft";
import { type FrameworkTerms, unknownTerms } from "@/lib/domain/record/framework";
import { fieldErrors, untouched } from "@/lib/domain/result/form-state";
import { Refused, refuse } from "@/lib/domain/result/result";
import { toFieldErrors } from "@/lib/domain/values/field-errors";
import { line } from "@/lib/domain/values/text";

const id = "00000000-0000-4000-8000-000000000001";
const errorsOf = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error && toFieldErrors(error);
};

describe("errors of zod become keys of messages", () => {
  const cases: [z.ZodType, unknown, object][] = [
    [line(3), "abcd", { key: "too_long", limit: 3 }],
    [line(3), "a\nb", { key: "one_line" }],
    [z.string().min(1), "", { key: "missing" }],
    [z.number().max(5), 6, { key: "number_high", limit: 5 }],
    [z.number().min(5), 4, { key: "number_low", limit: 5 }],
    [z.array(z.string()).max(0, "too_many_items"), ["a"], { key: "too_many_items" }],
    [z.email(), "nobody", { key: "email" }],
    [z.uuid(), "1", { key: "not_understood" }],
    [z.string(), 7, { key: "not_understood" }],
  ];
  test.each(cases)("%#", (schema, value, expected) => {
    expect(errorsOf(z.object({ field: schema }), { field: value })).toEqual({ field: [expected] });
  });

  test("by field and by path within it, all of them", () => {
    const schema = z.object({ list: z.array(z.object({ name: line(1) })) });
    expect(errorsOf(schema, { list: [{ name: "a" }, { name: "b\nc" }] })).toEqual({
      "list.1.name": [{ key: "too_long", limit: 1 }, { key: "one_line" }],
    });
    expect(errorsOf(schema, null)).toEqual({ form: [{ key: "not_understood" }] });
  });
});

test("only the refusal `invalid` has errors by field", () => {
  const fields = { title: [{ key: "missing" as const }] };
  const state = { ...untouched, refusal: { code: "invalid" as const, fields } };
  expect(fieldErrors(state, "title")).toEqual([{ key: "missing" }]);
  expect(fieldErrors(state, "summary")).toEqual([]);
  expect(fieldErrors({ ...untouched, refusal: { code: "conflict" } }, "title")).toEqual([]);
  expect(fieldErrors(untouched, "title")).toEqual([]);
});

test("a refusal is thrown with its reason", () => {
  expect(() => refuse({ code: "conflict" })).toThrow(Refused);
  expect(() => refuse({ code: "forbidden" })).toThrow("forbidden");
});

describe("the changes of a draft", () => {
  const save = { recordId: id, key: id, version: null };

  test("hold the value seen and the new one", () => {
    const input = { ...save, changes: [{ field: "title", seen: "a", value: { b: [1, null] } }] };
    expect(saveDraftInput.parse(input)).toEqual(input);
  });

  test.each(["[]", {}, [{ field: "title" }], Array(101).fill({ field: "a", seen: 1, value: 1 })])(
    "are refused as %j",
    (changes) => {
      expect(Object.keys(errorsOf(saveDraftInput, { ...save, changes }) ?? {})[0]).toMatch(
        /^changes/,
      );
    },
  );

  test("are read by the schema of their field", () => {
    const { edits, errors } = parseChanges("project", [
      { field: "title", seen: "", value: "  Title " },
      { field: "internalNotes", seen: "", value: "for us alone" },
    ]);
    expect(edits).toEqual([
      { field: "title", seen: "", value: "Title" },
      { field: "internalNotes", seen: "", value: "for us alone" },
    ]);
    expect(errors).toEqual({});
  });

  test("are refused for a field that this kind of record does not have", () => {
    for (const field of ["slug", "stage", "constructor"]) {
      expect(parseChanges("plan", [{ field, seen: "", value: "" }])).toEqual({
        edits: [],
        errors: { [field]: [{ key: "unknown_field" }] },
      });
    }
    expect(parseChanges("plan", [{ field: "__proto__", seen: "", value: "" }]).edits).toEqual([]);
  });

  test("name a wrong item by its id and not by its position", () => {
    const { errors } = parseChanges("project", [
      { field: "challenges", seen: [], value: [{ id, text: 7 }] },
      { field: "targets", seen: [], value: ["no item"] },
      { field: "summary", seen: "", value: 7 },
      { field: "partners", seen: [], value: "no list" },
    ]);
    expect(Object.keys(errors)).toEqual([
      `challenges.${id}.text`,
      "targets.0",
      "summary",
      "partners",
    ]);
  });
});

describe("the terms of a framework", () => {
  const term = (slug: string) => ({ slug, name: slug, description: "" });
  const framework: FrameworkTerms = {
    slug: "f",
    name: "F",
    outcomes: [term("economy")],
    focusAreas: [
      { ...term("civic"), projectTypes: [term("tourism")] },
      { ...term("industry"), projectTypes: [] },
    ],
  };
  const area = (focusArea: string, projectType: string | null = null) => ({
    id,
    focusArea,
    projectType,
  });

  test("are the only ones that may be selected", () => {
    const choices = [area("civic", "tourism"), area("civic"), area("industry")];
    expect(unknownTerms(framework, "focusAreas", choices)).toEqual({});
    expect(unknownTerms(framework, "contributions", [{ id, outcome: "economy" }])).toEqual({});
    expect(unknownTerms(framework, "title", "anything")).toEqual({});
  });

  test("are checked, and an unknown term is named in the error", () => {
    expect(unknownTerms(framework, "focusAreas", [area("x")])).toEqual({
      [`focusAreas.${id}.focusArea`]: [{ key: "unknown_choice" }],
    });
    expect(unknownTerms(framework, "focusAreas", [area("industry", "tourism")])).toEqual({
      [`focusAreas.${id}.projectType`]: [{ key: "type_of_other_area" }],
    });
    expect(unknownTerms(framework, "contributions", [{ id, outcome: "x" }])).toEqual({
      [`contributions.${id}.outcome`]: [{ key: "unknown_choice" }],
    });
  });
});

describe("a new password", () => {
  test.each(["correct horse battery", "ភ្នំពេញជាទីក្រុងស្អាត", "a city full of smart people"])(
    "may be %s",
    (value) => {
      expect(newPassword.parse(value)).toBe(value.normalize("NFKC"));
    },
  );

  test.each([["fourteen chars", "password_short"]])("may not be %s: %s", (value, key) => {
    expect(errorsOf(newPassword, value)).toEqual({ form: [{ key }] });
  });

  test("has a maximum length, and is in one Unicode form", () => {
    expect(newPassword.safeParse("ab cd ef".repeat(33)).success).toBe(false);
    expect(newPassword.parse("ｆｕｌｌ width letters")).toBe("full width letters");
  });
});

describe("a person", () => {
  const person = { email: " Somebody@Example.ORG ", name: "Editor of Phuket" };

  test("has an address in lower case", () => {
    expect(email.parse(person.email)).toBe("somebody@example.org");
    expect(errorsOf(email, " ")).toEqual({ form: [{ key: "missing" }] });
    expect(errorsOf(email, "nobody")).toEqual({ form: [{ key: "email" }] });
    expect(email.safeParse(`${"a".repeat(250)}@b.cd`).success).toBe(false);
  });

  test("is added with a role and its place; other input is dropped", () => {
    const everything = { ...person, cityId: id, countryCode: "TH" };
    const placeOf = (role: string) => {
      const { cityId, countryCode } = personForm.parse({ ...everything, role });
      return [cityId, countryCode];
    };
    expect(placeOf("editor")).toEqual([id, null]);
    expect(placeOf("lead")).toEqual([id, null]);
    expect(placeOf("representative")).toEqual([null, "TH"]);
    expect(placeOf("reviewer")).toEqual([null, null]);
    expect(placeOf("administrator")).toEqual([null, null]);
  });

  test("needs the place that the role holds for, and a name", () => {
    const nowhere = { ...person, cityId: "", countryCode: "" };
    expect(errorsOf(personForm, { ...nowhere, role: "lead" })).toEqual({
      cityId: [{ key: "city_missing" }],
    });
    expect(errorsOf(personForm, { ...person, role: "representative" })).toEqual({
      countryCode: [{ key: "country_missing" }],
    });
    expect(errorsOf(personForm, { ...person, name: " ", role: "reviewer" })).toEqual({
      name: [{ key: "missing" }],
    });
    expect(personForm.safeParse({ ...person, role: "king" }).success).toBe(false);
  });
});
