import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byId, mergeEdits } from "@/lib/domain/record/merge";
import type { Item } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";
import { anyChallenges } from "@/tests/support/arbitraries";

const item = (id: string, text = id) => ({ id, text });
const list = (...ids: string[]) => ids.map((id) => item(id));

function mergeOne(now: unknown, seen: unknown, value: unknown) {
  return mergeEdits({ field: now, other: "untouched" }, [{ field: "field", seen, value }]);
}

describe("an edit of one value", () => {
  test("is applied where nobody else changed it", () => {
    expect(mergeOne("old", "old", "mine")).toEqual({
      fields: { field: "mine", other: "untouched" },
      applied: [{ field: "field", before: "old", after: "mine" }],
      conflicts: [],
    });
  });

  test("is a conflict where somebody changed it to something else, and their value stands", () => {
    expect(mergeOne("theirs", "old", "mine")).toEqual({
      fields: { field: "theirs", other: "untouched" },
      applied: [],
      conflicts: [{ field: "field", mine: "mine", theirs: "theirs" }],
    });
  });

  test("is ignored where both wrote the same, or nothing changed", () => {
    const untouched = { applied: [], conflicts: [] };
    expect(mergeOne("same", "old", "same")).toMatchObject(untouched);
    expect(mergeOne("theirs", "old", "old")).toMatchObject(untouched);
  });
});

describe("an edit of a list", () => {
  test("keeps the additions and removals of both", () => {
    const { fields } = mergeOne(list("a", "c", "theirs"), list("a", "b", "c"), [
      ...list("b", "c"),
      item("mine"),
    ]);
    expect(fields["field"]).toEqual(list("c", "mine", "theirs"));
  });

  test("is a conflict as a whole where both changed one item", () => {
    const { conflicts } = mergeOne([item("a", "theirs")], [item("a")], [item("a", "mine")]);
    expect(conflicts).toHaveLength(1);
    const removed = mergeOne([], [item("a")], [item("a", "mine")]);
    expect(removed.conflicts).toHaveLength(1);
  });

  test("keeps the order of the one who changed it", () => {
    const seen = list("a", "b", "c");
    const moved = list("c", "a", "b");
    expect(mergeOne(moved, seen, [...seen, item("mine")]).fields["field"]).toEqual(
      list("c", "a", "b", "mine"),
    );
    expect(mergeOne([...seen, item("theirs")], seen, moved).fields["field"]).toEqual(
      list("c", "a", "b", "theirs"),
    );
  });

  test("is a conflict where both changed the order, each to another", () => {
    const seen = list("a", "b", "c");
    expect(mergeOne(list("c", "a", "b"), seen, list("b", "a", "c")).conflicts).toHaveLength(1);
    expect(
      mergeOne([...list("c", "a", "b"), item("d")], seen, list("c", "a", "b")).conflicts,
    ).toEqual([]);
  });
});

test("one conflict does not stop the other edits of a save", () => {
  const edits = [
    { field: "a", seen: "old", value: "mine" },
    { field: "b", seen: "old", value: "mine" },
  ];
  const { fields, conflicts } = mergeEdits({ a: "theirs", b: "old" }, edits);
  expect(fields).toEqual({ a: "theirs", b: "mine" });
  expect(conflicts.map((conflict) => conflict.field)).toEqual(["a"]);
});

describe("for any values seen, typed and saved by others", () => {
  test("a value is applied, is a conflict, or was not edited", () => {
    const value = fc.constantFrom("a", "b", "c", null);
    fc.assert(
      fc.property(value, value, value, (now, seen, mine) => {
        const { fields, conflicts } = mergeOne(now, seen, mine);
        if (conflicts.length > 0) expect(fields["field"]).toBe(now);
        else expect(fields["field"]).toBe(mine === seen ? now : mine);
        // A value is never overwritten by a person who had not seen it.
        if (fields["field"] !== now) expect(seen).toBe(now);
      }),
    );
  });

  test("every item of a list is as the one who changed it wants it, or the list is a conflict", () => {
    fc.assert(
      fc.property(anyChallenges, anyChallenges, anyChallenges, (now, seen, mine) => {
        const { fields, conflicts } = mergeOne(now, seen, mine);
        const after = fields["field"] as Item[];
        if (conflicts.length > 0) {
          expect(after).toEqual(now);
          return;
        }
        for (const { id } of [...now, ...seen, ...mine]) {
          const iChangedIt = !isSame(byId(seen, id), byId(mine, id));
          expect(byId(after, id)).toEqual(iChangedIt ? byId(mine, id) : byId(now, id));
        }
        expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
      }),
    );
  });
});
