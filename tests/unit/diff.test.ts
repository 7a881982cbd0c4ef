import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, diffFields } from "@/lib/domain/record/diff";
import { emptyPlan } from "@/lib/domain/record/plan";
import { emptyProject } from "@/lib/domain/record/project";
import { anyPlan, anyProject } from "@/tests/support/arbitraries";

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const challenge = (n: number, text: string) => ({ id: id(n), text });

describe("a difference", () => {
  test("applied to the first of two projects gives the second", () => {
    fc.assert(
      fc.property(anyProject, anyProject, (before, after) => {
        expect(applyChanges(before, diffFields("project", before, after))).toEqual(after);
      }),
    );
  });

  test("applied to the first of two plans gives the second", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        expect(applyChanges(before, diffFields("plan", before, after))).toEqual(after);
      }),
    );
  });

  test("of a record and itself is none", () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        expect(diffFields("project", project, structuredClone(project))).toEqual([]);
      }),
    );
  });

  test("from nothing published is every field that is not empty", () => {
    const project = { ...emptyProject("A title"), challenges: [challenge(1, "Money")] };
    expect(diffFields("project", null, project)).toEqual([
      { kind: "value", field: "title", before: "", after: "A title" },
      { kind: "value", field: "stage", before: "", after: "not_stated" },
      {
        kind: "list",
        field: "challenges",
        items: [{ kind: "added", id: id(1), after: challenge(1, "Money") }],
        order: [id(1)],
        isReordered: false,
      },
    ]);
    expect(diffFields("plan", null, emptyPlan)).toEqual([]);
  });

  test("tells added, changed, removed and moved items apart", () => {
    const before = {
      ...emptyProject(""),
      challenges: [challenge(1, "Money"), challenge(2, "Skills"), challenge(3, "Data")],
    };
    const after = {
      ...before,
      challenges: [challenge(3, "Data"), challenge(2, "More skills"), challenge(4, "Law")],
    };
    expect(diffFields("project", before, after)).toEqual([
      {
        kind: "list",
        field: "challenges",
        items: [
          {
            kind: "changed",
            id: id(2),
            before: challenge(2, "Skills"),
            after: challenge(2, "More skills"),
          },
          { kind: "added", id: id(4), after: challenge(4, "Law") },
          { kind: "removed", id: id(1), before: challenge(1, "Money") },
        ],
        order: [id(3), id(2), id(4)],
        isReordered: true,
      },
    ]);
  });

  test("does not call a list reordered when items only came and went", () => {
    const before = { ...emptyProject(""), challenges: [challenge(1, "a"), challenge(2, "b")] };
    const after = { ...before, challenges: [challenge(3, "c"), challenge(2, "b")] };
    expect(diffFields("project", before, after)).toMatchObject([{ isReordered: false }]);
  });

  test("comes in reading order", () => {
    const before = emptyProject("");
    const after = { ...before, closingReason: "z", summary: "y", title: "x" };
    expect(diffFields("project", before, after).map((change) => change.field)).toEqual([
      "title",
      "summary",
      "closingReason",
    ]);
  });
});
