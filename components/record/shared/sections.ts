import type { SectionName } from "@/lib/domain/record/catalogue";
import { type FieldSpec, fieldSpecs, internalNotesSpec } from "@/lib/domain/record/fields";
import { planCatalogue } from "@/lib/domain/record/plan";
import { projectCatalogue } from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";

/** A section of a record's form under one heading. */
export type FormSection = { name: SectionName | "notes"; specs: FieldSpec[] };

/** The sections in the order of the form; a kind of record has those to which one of its fields belongs. */
const order: SectionName[] = [
  "about",
  "framework",
  "targets",
  "figures",
  "progress",
  "indicators",
  "money",
  "people",
  "places",
  "related",
  "sources",
  "closing",
  "languages",
];

/** Returns the sections of a kind of record: every field of the catalogue once, and the internal notes at the end. */
export function sectionsOf(kind: RecordKind): FormSection[] {
  const catalogue: Record<string, { section: SectionName }> =
    kind === "project" ? projectCatalogue : planCatalogue;
  const placed = order.map((name) => ({
    name,
    specs: fieldSpecs[kind].filter((spec) => catalogue[spec.name]?.section === name),
  }));
  return [
    ...placed.filter(({ specs }) => specs.length > 0),
    { name: "notes", specs: [internalNotesSpec] },
  ];
}
