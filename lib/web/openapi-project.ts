import "server-only";
import {
  budgetKinds,
  claims,
  closings,
  directions,
  partnerKinds,
  relations,
  schedules,
  stages,
  supportKinds,
} from "@/lib/domain/project";
import { toWord } from "@/lib/web/open-data-shapes";

const text = { type: "string" };
const id = { type: "string", format: "uuid" };
const idOrNull = { type: ["string", "null"], format: "uuid" };
const numberOrNull = { type: ["number", "null"] };
const partialDate = { type: ["string", "null"], description: "2025, 2025-09 or 2025-09-30." };
const decimal = {
  type: ["string", "null"],
  description: "An exact decimal as text, such as 1250000.50.",
};
const flag = { type: "boolean" };

const choice = (values: readonly string[]) => ({ enum: values });
const list = (properties: object) => ({
  type: "array",
  items: { type: "object", properties: { id, ...properties } },
});

const translations = {
  type: "array",
  description: "The texts that the city wrote in local languages beside the English ones.",
  items: {
    type: "object",
    properties: {
      language: { ...text, description: "BCP 47." },
      of: { ...text, description: "title, or milestones.<id>.title: the text it stands beside." },
      text,
      englishHash: {
        ...text,
        description: "FNV-1a (32 bits) of the English it was written for, in UTF-8.",
      },
      isStale: { ...flag, description: "The English changed since." },
    },
  },
};

/** The fields of a project in open data: all that its edition holds, and what is computed from it. */
export const projectProperties = {
  title: text,
  localTitle: text,
  localTitleLanguage: { type: ["string", "null"], description: "BCP 47." },
  summary: text,
  description: { ...text, description: "Markdown." },
  stage: choice(stages.map(toWord)),
  schedule: { enum: [...schedules.map(toWord), null] },
  scheduleReason: text,
  closing: { enum: [...closings.map(toWord), null] },
  closingReason: text,
  closingSuccessor: text,
  focusAreas: {
    type: "array",
    items: text,
    description: "The first one leads, and counts in the summary.",
  },
  focusAreaLabels: list({ focusArea: text, projectType: text, ownLabel: text }),
  outcomes: { type: "array", items: text },
  contributions: list({ outcome: text, how: text }),
  startsOn: partialDate,
  endsOn: partialDate,
  endedOn: partialDate,
  targets: list({ text }),
  milestones: list({
    title: text,
    dueOn: partialDate,
    doneOn: partialDate,
    droppedReason: text,
    note: text,
    weight: { type: "integer", minimum: 1, maximum: 100 },
  }),
  progress: {
    type: ["object", "null"],
    description: "Weight of milestones done over weight of those not dropped; null without one.",
    properties: {
      percent: { type: "number", minimum: 0, maximum: 100 },
      doneWeight: { type: "integer" },
      wholeWeight: { type: "integer" },
    },
  },
  indicators: list({
    name: text,
    unit: text,
    direction: choice(directions),
    baseline: numberOrNull,
    baselineOn: partialDate,
    target: numberOrNull,
    targetOn: partialDate,
    outcome: { type: ["string", "null"], description: "Slug of the outcome it serves." },
    readings: list({ on: partialDate, value: numberOrNull, note: text, source: text }),
    attainmentPercent: {
      ...numberOrNull,
      description: "(latest − baseline) ÷ (target − baseline) × 100; null where it cannot be said.",
    },
    isOnCourse: {
      type: ["boolean", "null"],
      description: "At or ahead of the straight line from baseline to target.",
    },
  }),
  budget: list({
    kind: choice(budgetKinds),
    amount: decimal,
    currency: { type: ["string", "null"], description: "ISO 4217." },
    year: { type: ["integer", "null"] },
    funder: text,
    perDollar: { ...decimal, description: "Units of the currency for one US dollar." },
    perDollarOn: partialDate,
    note: text,
    dollars: { ...decimal, description: "Amount ÷ perDollar, to the cent." },
  }),
  budgetSums: {
    type: "array",
    description: "Per kind and currency; never across either.",
    items: {
      type: "object",
      properties: {
        kind: choice(budgetKinds),
        currency: text,
        amount: text,
        lines: { type: "integer" },
      },
    },
  },
  partners: list({ name: text, kind: { enum: [...partnerKinds, null] }, role: text }),
  supportNeeded: list({ kind: choice(supportKinds), text, isMet: flag, metBy: text }),
  challenges: list({ text }),
  funding: list({ text, source: text }),
  responsibleOffice: text,
  responsibleAddress: { ...text, description: "The address of an office’s role." },
  relatedProjects: list({
    relation: choice(relations),
    project: { ...idOrNull, description: "The id of a project here; it may not be public." },
    title: text,
    note: text,
  }),
  locations: list({ label: text, latitude: numberOrNull, longitude: numberOrNull }),
  evidence: list({
    text,
    source: text,
    file: { ...idOrNull, description: "One of `files`." },
    claim: choice(claims),
    claimOf: { ...idOrNull, description: "The id of the milestone, value or line it proves." },
    on: partialDate,
    credit: text,
    alternativeText: text,
  }),
  files: list({
    name: text,
    mediaType: text,
    bytes: { type: "integer" },
    sha256: text,
    address: text,
  }),
  sources: list({ title: text, address: text }),
  dataNote: text,
  translations,
};
