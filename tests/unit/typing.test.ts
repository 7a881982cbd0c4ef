import { describe, expect, test } from "vitest";
import {
  afterSave,
  resolveConflict,
  type Saved,
  type Typing,
  unsavedEdits,
  valueIn,
} from "@/lib/domain/record/typing";

const saved = (fields: Saved["fields"], more: Partial<Saved> = {}): Saved => ({
  version: 2,
  fields,
  savedFields: [],
  written: {},
  conflicts: [],
  savedAt: "2026-11-22T00:00:00.000Z",
  issues: [],
  changes: {},
  ...more,
});
const conflict = { field: "title", mine: "mine", theirs: "theirs", byName: "Somebody", at: "" };
const item = (id: string, text = id) => ({ id, text });

describe("a form", () => {
  const typing: Typing = { seen: { title: "old", summary: "" }, typed: { title: "new" } };

  test("shows the typed value, or else the saved one", () => {
    expect(valueIn(typing, "title")).toBe("new");
    expect(valueIn(typing, "summary")).toBe("");
    expect(valueIn({ seen: { title: "old" }, typed: { title: "" } }, "title")).toBe("");
  });

  test("sends the values that differ, with the value seen", () => {
    expect(unsavedEdits(typing)).toEqual([{ field: "title", seen: "old", value: "new" }]);
    expect(unsavedEdits({ seen: { title: "same" }, typed: { title: "same" } })).toEqual([]);
  });

  test("shows the server's values after a save", () => {
    const now = { title: "new", summary: "theirs" };
    expect(afterSave(typing, unsavedEdits(typing), saved(now))).toEqual({ seen: now, typed: {} });
  });

  test("keeps what was typed while the answer was on its way", () => {
    const sent = unsavedEdits(typing);
    const meanwhile = { ...typing, typed: { title: "newer", summary: "also" } };
    expect(afterSave(meanwhile, sent, saved({ title: "new", summary: "theirs" }))).toEqual({
      seen: { title: "new", summary: "" },
      typed: { title: "newer", summary: "also" },
    });
  });

  test("keeps a field in conflict as it was typed and seen", () => {
    const after = afterSave(
      typing,
      unsavedEdits(typing),
      saved({ title: "theirs", summary: "" }, { conflicts: [conflict] }),
    );
    expect(after).toEqual({ seen: { title: "old", summary: "" }, typed: { title: "new" } });
  });
});

describe("a conflict is resolved", () => {
  test("with the value of one side", () => {
    const sides = { seen: "old", mine: "mine", theirs: "theirs" };
    expect(resolveConflict(sides, "mine")).toBe("mine");
    expect(resolveConflict(sides, "theirs")).toBe("theirs");
    expect(resolveConflict({ ...sides, seen: null, theirs: [item("a")] }, "theirs")).toEqual([
      item("a"),
    ]);
  });

  test("item by item in a list: only what both changed follows the choice", () => {
    const sides = {
      seen: [item("both"), item("mine"), item("theirs"), item("gone")],
      mine: [item("both", "b1"), item("mine", "m1"), item("theirs"), item("gone"), item("added")],
      theirs: [item("both", "b2"), item("mine"), item("theirs", "t2")],
    };
    expect(resolveConflict(sides, "mine")).toEqual([
      item("both", "b1"),
      item("mine", "m1"),
      item("theirs", "t2"),
      item("added"),
    ]);
    expect(resolveConflict(sides, "theirs")).toEqual([
      item("both", "b2"),
      item("mine", "m1"),
      item("theirs", "t2"),
      item("added"),
    ]);
  });

  test("by removing an item when the side that removed it is kept", () => {
    const sides = { seen: [item("a")], mine: [item("a", "changed")], theirs: [] };
    expect(resolveConflict(sides, "theirs")).toEqual([]);
    expect(resolveConflict(sides, "mine")).toEqual([item("a", "changed")]);
  });
});
