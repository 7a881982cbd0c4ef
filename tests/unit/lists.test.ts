import { describe, expect, test } from "vitest";
import { fieldsOf, groupEdits, type ListedEntry } from "@/lib/domain/history/timeline-groups";
import { isLocale } from "@/lib/domain/language/locale";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { addressOf } from "@/lib/domain/site/page-context";
import {
  defaultColumns,
  isFiltered,
  noFilters,
  type ProjectListState,
  toListQuery,
} from "@/lib/domain/table/project-list";

describe("the address of a table of projects", () => {
  const beginning: ProjectListState = {
    ...noFilters,
    sort: { by: "title", isDescending: false },
    columns: defaultColumns,
    position: null,
  };

  test("leaves out defaults", () => {
    expect(toListQuery(beginning)).toBe("");
    expect(isFiltered(beginning)).toBe(false);
    expect(isFiltered({ ...beginning, position: { side: "after", cursor: "x" } })).toBe(false);
  });

  test("has everything else", () => {
    const state: ProjectListState = {
      ...beginning,
      q: "bus & tram",
      stage: "ongoing",
      review: "changed",
      sort: { by: "editedAt", isDescending: true },
      columns: ["title", "review"],
      position: { side: "before", cursor: "abc" },
    };
    expect(toListQuery(state)).toBe(
      "q=bus+%26+tram&stage=ongoing&review=changed&sort=-editedAt&columns=title%2Creview&before=abc",
    );
    expect(isFiltered(state)).toBe(true);
  });
});

describe("edits in a timeline", () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 0, minutes));
  const edit = (minutes: number, byId: string, ...fields: string[]): ListedEntry => ({
    id: String(minutes),
    at: at(minutes),
    kind: "draft_edited",
    detail: { fields },
    byId,
    byName: byId,
  });
  const submitted: ListedEntry = { ...edit(50, "a"), kind: "submitted", detail: {} };

  test("of one edit session are shown as one entry", () => {
    const listed = groupEdits([
      edit(90, "a", "summary", "title"),
      edit(60, "a", "title", "stage"),
      edit(30, "a", "stage"),
    ]);
    expect(listed).toEqual([
      { ...edit(90, "a"), detail: { fields: ["stage", "title", "summary"] } },
    ]);
  });

  test("stay separate by person, by time and by entries in between", () => {
    const entries = [edit(100, "a", "x"), edit(95, "b", "x"), edit(34, "b", "x")];
    expect(groupEdits(entries)).toEqual(entries);
    const around = [edit(55, "a", "x"), submitted, edit(45, "a", "x")];
    expect(groupEdits(around)).toEqual(around);
    expect(groupEdits([])).toEqual([]);
  });

  test("name fields; anything else names none", () => {
    expect(fieldsOf(edit(0, "a", "title"))).toEqual(["title"]);
    expect(fieldsOf(submitted)).toEqual([]);
    expect(fieldsOf({ ...submitted, detail: { fields: ["title", 7] } })).toEqual(["title"]);
  });
});

describe("a reader", () => {
  test("stays in their language and on the day they read as of", () => {
    const context = { locale: "en" as const, asOf: null };
    expect(addressOf(context, "/cities")).toBe("/en/cities");
    expect(
      addressOf({ ...context, asOf: "2022-09-21" }, "/projects", { q: "a b", stage: "" }),
    ).toBe("/en/projects?q=a+b&asOf=2022-09-21");
    expect(isLocale("en")).toBe(true);
    expect(isLocale("tlh")).toBe(false);
    expect(isLocale(undefined)).toBe(false);
  });

  test("sees the city's times, and in the secretariat the secretariat's", () => {
    const reader = (role: "reviewer" | "administrator" | null) => ({
      kind: "signed_in" as const,
      personId: "me",
      sessionId: "session",
      name: "Somebody",
      grants: role ? [{ role }] : [],
    });
    expect(timeZoneFor(reader(null), "Asia/Makassar")).toBe("Asia/Makassar");
    expect(timeZoneFor(reader("reviewer"), "Asia/Makassar")).toBe("Asia/Jakarta");
    expect(timeZoneFor(reader("administrator"), "Asia/Makassar")).toBe("Asia/Jakarta");
  });
});
