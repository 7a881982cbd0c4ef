import type { SectionName } from "@/lib/domain/record/catalogue";
import { type FieldSpec, fieldSpecs, internalNotesSpec } from "@/lib/domain/record/fields";
import { planCatalogue } from "@/lib/domain/record/plan";
import { projectCatalogue } from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";

/** A part of a record's form under one heading. */
export type FormSection = { name: SectionName | "notes"; specs: FieldSpec[] };

/** The headings in the order of the form; each kind of record has those that a field of it stands under. */
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

/**
 * Returns the form of a kind of record: every field of the catalogue once, under headings, and the internal notes at
 * the end.
 */
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
