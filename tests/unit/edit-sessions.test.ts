import { describe, expect, test } from "vitest";
import { editSessionsOf, foldsOf, pageLength } from "@/lib/domain/history/edit-sessions";

const start = Date.parse("2026-11-22T02:00:00.000Z");
const minute = 60_000;

/** Returns a change at `minutes` after the start by the person with this letter. */
function change(minutes: number, byId: string, field = "summary") {
  return { at: new Date(start + minutes * minute), byId, field };
}

/** Returns the edit sessions of changes that are given oldest first, in the same notation. */
function summarise(changes: ReturnType<typeof change>[], breaks: number[] = []) {
  const instants = breaks.map((minutes) => new Date(start + minutes * minute));
  return editSessionsOf(changes.toReversed(), instants).map((session) =>
    session.map(({ at, byId }) => `${byId}${(at.getTime() - start) / minute}`).join(" "),
  );
}

describe("an edit session", () => {
  test("lasts as long as no pause is longer than thirty minutes", () => {
    expect(summarise([change(0, "a"), change(30, "a"), change(60, "a")])).toEqual(["a60 a30 a0"]);
    expect(summarise([change(0, "a"), change(30 + 1 / minute, "a")])).toHaveLength(2);
  });

  test("belongs to one person, whatever others do meanwhile", () => {
    const both = [change(0, "a"), change(1, "b"), change(2, "a"), change(3, "b")];
    expect(summarise(both)).toEqual(["b3 b1", "a2 a0"]);
  });

  test("ends where something was submitted or published", () => {
    expect(summarise([change(0, "a"), change(2, "a")], [1])).toEqual(["a2", "a0"]);
    expect(summarise([change(0, "a"), change(2, "a")], [3])).toEqual(["a2 a0"]);
  });

  test("does not mix changes of a restore with typed changes", () => {
    const restored = [change(1, "a", "title"), change(1, "a", "summary")];
    expect(summarise([change(0, "a"), ...restored, change(2, "a")], [1])).toEqual([
      "a2",
      "a1 a1",
      "a0",
    ]);
  });

  test("does not exist without a change", () => {
    expect(summarise([])).toEqual([]);
  });
});

describe("a page of edit sessions", () => {
  const apart = [change(200, "a"), change(199, "a"), change(100, "a"), change(0, "a")];

  test("ends after a complete edit session", () => {
    expect(pageLength(apart, [], { max: 1, isAll: false })).toBe(2);
    expect(pageLength(apart, [], { max: 2, isAll: false })).toBe(3);
  });

  test("takes the last one only when nothing older is missing from it", () => {
    expect(pageLength(apart, [], { max: 9, isAll: false })).toBe(3);
    expect(pageLength(apart, [], { max: 9, isAll: true })).toBe(4);
    expect(pageLength([], [], { max: 9, isAll: true })).toBe(0);
  });

  test("keeps edit sessions of the same time together", () => {
    const entangled = [change(103, "a"), change(102, "b"), change(101, "a"), change(100, "b")];
    const all = [...entangled, change(0, "a")];
    expect(pageLength(all, [], { max: 1, isAll: true })).toBe(4);
    expect(pageLength(all, [], { max: 3, isAll: true })).toBe(5);
  });

  test("ends within an edit session that is longer than a page", () => {
    const long = [change(2, "a"), change(1, "a"), change(0, "a")];
    expect(pageLength(long, [], { max: 9, isAll: false })).toBe(3);
  });
});

test("a field that was changed often in an edit session is shown once, from its first to its last change", () => {
  const [third, second, first] = [
    change(3, "a", "summary"),
    change(2, "a", "title"),
    change(1, "a", "summary"),
  ];
  expect(foldsOf([third, second, first])).toEqual([
    { field: "summary", first, last: third, count: 2 },
    { field: "title", first: second, last: second, count: 1 },
  ]);
});
