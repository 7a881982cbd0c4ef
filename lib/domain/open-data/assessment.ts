import * as z from "zod";
import { assessedKinds, confidences } from "@/lib/domain/assessment/assessment";
import { field } from "@/lib/domain/open-data/field";

const text = z.string();
const assessed = { source: "assessed" } as const;
const tracker = { source: "tracker" } as const;

const shape = {
  outcome: field(text, "Slug of the outcome.", assessed),
  why: field(
    text,
    "Why, in this tracker's words; empty where it follows from what an indicator measures.",
    assessed,
  ),
  confidence: field(
    z.enum(confidences).nullable(),
    "How sure the reading is; null where nobody said.",
    assessed,
  ),
  source: field(text, "The document in which it is read.", assessed),
  sourceAddress: field(text, "Where that document is (address).", assessed),
  page: field(z.int().nullable(), "The page of it (PDF); null where it has none.", assessed),
  knownOn: field(z.iso.date(), "The day from which it was known.", assessed),
};

const id = field(z.uuid(), "Id of the assessment.", tracker);

/** The schema of the assessments of a project, an indicator or a target, beside what its city states. */
export const assessedOutcomes = field(
  z.array(z.object({ id, ...shape })),
  "Outcomes that it serves as this tracker assesses it, and its city has not stated: never among `outcomes`.",
  assessed,
);

/** The schema of an assessment in the table of all. */
export const assessmentData = z
  .object({
    id,
    kind: field(z.enum(assessedKinds), "What is assessed.", tracker),
    city: field(text, "Slug of its city.", tracker),
    recordId: field(z.uuid(), "Id of the project, or of the plan of the target.", tracker),
    entryId: field(
      z.uuid().nullable(),
      "Id of the indicator or target; null for a project.",
      tracker,
    ),
    ...shape,
  })
  .meta({ id: "Assessment" });
