import { expect, test } from "vitest";
import { extremesOf, rowTotal } from "@/components/charts/total";
import { emptyProject } from "@/lib/domain/record/project";
import { byCity } from "@/lib/domain/report/cities";

const bar = (label: string, planning: number, ongoing: number) => ({
  key: label,
  label,
  values: { planning, ongoing },
});

test("a chart names its highest and its lowest bars, all of them where several are equal", () => {
  const bars = [bar("A", 1, 5), bar("B", 2, 0), bar("C", 0, 2), bar("D", 3, 1)];
  expect(bars.map(rowTotal)).toEqual([6, 2, 2, 4]);
  expect(extremesOf(bars)).toEqual({
    highest: { total: 6, names: ["A"] },
    lowest: { total: 2, names: ["B", "C"] },
  });
  expect(extremesOf([bar("A", 1, 1), bar("B", 2, 0)])).toBeNull();
  expect(extremesOf([])).toBeNull();
});

test("groups of many projects are listed by city, in the order of their names", () => {
  const of = (slug: string, name: string) => ({
    project: {
      recordId: crypto.randomUUID(),
      slug: "a-project",
      city: { slug, name, countryCode: "TH", countryName: "Thailand", joinedYear: 2018 },
      number: 1,
      hash: "0".repeat(64),
      effectiveOn: "2025-09-30",
      origin: "documents" as const,
      fields: emptyProject("A project"),
      isWithheld: false,
    },
  });
  const grouped = byCity([
    of("phuket", "Phuket"),
    of("bangkok", "Bangkok"),
    of("phuket", "Phuket"),
  ]);
  expect(grouped.map(({ slug, name, things }) => [slug, name, things.length])).toEqual([
    ["bangkok", "Bangkok", 1],
    ["phuket", "Phuket", 2],
  ]);
});
