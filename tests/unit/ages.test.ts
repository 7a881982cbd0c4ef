import fc from "fast-check";
import { expect, test } from "vitest";
import { agesOf, historyOf } from "@/lib/domain/progress/ages";
import { fieldSpecs } from "@/lib/domain/record/fields";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import { isSame } from "@/lib/domain/values/same";
import { anyProject } from "@/tests/support/arbitraries";

const edition = (effectiveOn: string, fields: Partial<ProjectFields>) => ({
  effectiveOn,
  fields: { ...emptyProject("A title"), ...fields },
});

test("a field is as old as the edition that changed it last, and a confirmation is no change", () => {
  const ages = agesOf(
    historyOf("project", [
      edition("2026-09-30", { stage: "ongoing", summary: "Second" }),
      edition("2025-09-25", { stage: "ongoing", summary: "Second" }),
      edition("2024-09-25", { stage: "planning", summary: "Second" }),
      edition("2023-09-25", { stage: "planning", summary: "First" }),
    ]),
  );
  expect(ages?.confirmedOn).toBe("2026-09-30");
  expect(ages?.sinceOf("stage")).toBe("2025-09-25");
  expect(ages?.sinceOf("summary")).toBe("2024-09-25");
  expect(ages?.sinceOf("title")).toBe("2023-09-25");
});

test("a value that comes back is as old as its return", () => {
  const ages = agesOf(
    historyOf("project", [
      edition("2025-01-01", { stage: "planning" }),
      edition("2024-01-01", { stage: "ongoing" }),
      edition("2023-01-01", { stage: "planning" }),
    ]),
  );
  expect(ages?.sinceOf("stage")).toBe("2025-01-01");
});

test("a field has no age before it is public", () => {
  expect(agesOf([])).toBeNull();
});

test("a field has the same value in every edition since its age, and another value before", () => {
  fc.assert(
    fc.property(fc.array(anyProject, { minLength: 1, maxLength: 5 }), (projects) => {
      const editions = projects.map((fields, index) => ({
        effectiveOn: `${2030 - index}-01-01`,
        fields,
      }));
      const ages = agesOf(historyOf("project", editions));
      for (const { name } of fieldSpecs.project) {
        const value = (at: number) => (projects[at] as Record<string, unknown>)[name];
        const oldest = editions.findIndex((each) => each.effectiveOn === ages?.sinceOf(name));
        for (let at = 0; at <= oldest; at += 1) expect(isSame(value(at), value(0))).toBe(true);
        const before = oldest + 1;
        if (before < editions.length) expect(isSame(value(before), value(0))).toBe(false);
      }
    }),
  );
});
