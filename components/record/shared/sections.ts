import type { Messages } from "@/lib/domain/language/messages";
import {
  type FieldName,
  type FieldSpec,
  fieldSpecs,
  internalNotesSpec,
} from "@/lib/domain/record/fields";
import type { RecordKind } from "@/lib/domain/record/record-kind";

type SectionName = keyof Messages["office"]["record"]["sections"];

/** A part of a record's form under one heading. */
export type FormSection = { name: SectionName; specs: FieldSpec[] };

type Plan = { name: SectionName; fields: FieldName[] }[];

const projectSections: Plan = [
  {
    name: "about",
    fields: ["title", "localTitle", "localTitleLanguage", "summary", "description"],
  },
  { name: "framework", fields: ["focusAreas", "contributions"] },
  {
    name: "progress",
    fields: [
      "stage",
      "schedule",
      "scheduleReason",
      "startsOn",
      "endsOn",
      "endedOn",
      "targets",
      "milestones",
      "challenges",
    ],
  },
  { name: "indicators", fields: ["indicators"] },
  { name: "money", fields: ["budget", "funding"] },
  {
    name: "people",
    fields: ["partners", "supportNeeded", "responsibleOffice", "responsibleAddress"],
  },
  { name: "places", fields: ["locations"] },
  { name: "related", fields: ["relatedProjects"] },
  { name: "sources", fields: ["evidence", "sources", "dataNote"] },
  { name: "closing", fields: ["closing", "closingReason", "closingSuccessor"] },
  { name: "languages", fields: ["translations"] },
];

const planSections: Plan = [
  { name: "about", fields: ["vision"] },
  { name: "framework", fields: ["focusAreas"] },
  { name: "targets", fields: ["strategicTargets"] },
  { name: "figures", fields: ["figures"] },
  { name: "sources", fields: ["sources"] },
  { name: "languages", fields: ["translations"] },
];

/**
 * The form of a kind of record: every field of fields.ts once, under headings, and the internal notes at the end.
 * Read on the server and handed to the form, so that the schemas behind the specs stay out of the browser.
 */
export function sectionsOf(kind: RecordKind): FormSection[] {
  const plan = kind === "project" ? projectSections : planSections;
  const placed = plan.map(({ name, fields }) => ({
    name,
    specs: fieldSpecs[kind].filter((spec) => fields.includes(spec.name)),
  }));
  return [...placed, { name: "notes", specs: [internalNotesSpec] }];
}
