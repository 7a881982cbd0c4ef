import * as z from "zod";
import { assessedOutcomes } from "@/lib/domain/open-data/assessment";
import { editionShape } from "@/lib/domain/open-data/edition";
import { decimalText, field, sha256 } from "@/lib/domain/open-data/field";
import { meantOrganisation } from "@/lib/domain/open-data/organisation";
import { dataOf } from "@/lib/domain/open-data/record-fields";
import { lateReasons } from "@/lib/domain/progress/late";
import { budgetKinds, projectCatalogue } from "@/lib/domain/record/project";
import { evidenceLevels, ratedClaims } from "@/lib/domain/review/evidence-rating";

const text = z.string();
const numberOrNull = z.number().nullable();
const computed = { source: "computed" } as const;
const tracker = { source: "tracker" } as const;
const percent = { source: "computed", unit: "percent" } as const;

/** The fields of a project's edition and the values computed beside them. */
const { focusAreas: focusAreaLabels, ...fields } = dataOf(projectCatalogue, {
  milestones: {
    state: field(
      z.enum(["done", "doneLate", "late", "silent", "open", "dropped"]).nullable(),
      "What became of it by the day that is read: late if a later report says that it was not done by its date, silent if " +
        "its date has passed and nothing was reported since; null where no date was ever named for it.",
      computed,
    ),
  },
  indicators: {
    isReached: field(
      z.boolean().nullable(),
      "Whether the latest value has reached the target in its direction; null without a target or a value.",
      computed,
    ),
    attainmentPercent: field(
      numberOrNull,
      "Percentage of the way from baseline to target; null if it cannot be calculated.",
      percent,
    ),
    isOnCourse: field(
      z.boolean().nullable(),
      "Whether the latest reading is at or ahead of the straight line to the target; null where it cannot be said.",
      computed,
    ),
    assessedOutcomes,
  },
  partners: { organisation: meantOrganisation },
  budget: {
    dollars: field(
      decimalText,
      "The amount in US dollars, at the rate stated; null without a rate.",
      {
        ...computed,
        unit: "USD",
      },
    ),
  },
});

/**
 * The one field that open data spells differently: `focusAreas` holds the slugs, and the full entries have another
 * name.
 */
const focusAreas = {
  focusAreas: field(
    z.array(text),
    "Slugs of its focus areas; the first is the main one and is used in totals.",
  ),
  ...(focusAreaLabels && { focusAreaLabels }),
};

/** The schema of a project in a list. */
export const projectData = z
  .object({
    id: field(z.uuid(), "Permanent id of the project.", tracker),
    slug: field(text, "Its address below its city's.", tracker),
    city: field(text, "Slug of its city.", tracker),
    country: field(text, "ISO 3166-1 alpha-2.", tracker),
    ...fields,
    ...focusAreas,
    outcomes: field(z.array(text), "Slugs of the outcomes in `contributions`.", computed),
    assessedOutcomes,
    progress: field(
      z
        .object({
          percent: field(z.number().min(0).max(100), "Progress.", percent),
          doneWeight: field(z.int(), "Weight of milestones done.", computed),
          wholeWeight: field(z.int(), "Weight of milestones that are not dropped.", computed),
        })
        .nullable(),
      "Weight of milestones done over weight of those not dropped; null without one.",
      computed,
    ),
    lateReasons: field(
      z.array(z.enum(lateReasons)),
      "Why it is late on the day that is read: declared late or paused, a date missed, or a date passed with nothing reported since.",
      computed,
    ),
    budgetSums: field(
      z.array(
        z.object({
          kind: field(z.enum(budgetKinds), "Planned, committed or spent.", computed),
          currency: field(text, "ISO 4217.", computed),
          amount: field(text, "The sum as an exact decimal.", {
            ...computed,
            unit: "currency of the sum",
          }),
          lines: field(z.int(), "Number of budget lines in this sum.", computed),
        }),
      ),
      "Sums per kind and currency, never across either.",
      computed,
    ),
    files: field(
      z.array(
        z.object({
          id: field(z.uuid(), "Id of the file.", tracker),
          name: field(text, "Its name."),
          mediaType: field(text, "What it is, by its bytes.", tracker),
          bytes: field(z.int(), "Size in bytes.", { ...tracker, unit: "bytes" }),
          sha256: field(sha256, "SHA-256 of its bytes, hexadecimal.", tracker),
          address: field(text, "Where it is served.", tracker),
        }),
      ),
      "The files that its evidence names.",
    ),
    ...editionShape,
  })
  .meta({ id: "Project" });

/** The schema of one project, with the secretariat's ratings of its evidence. */
export const projectDetails = projectData
  .extend({
    verified: field(
      z.array(
        z.object({
          claim: field(z.enum(ratedClaims), "Which claim.", { source: "secretariat" }),
          level: field(z.enum(evidenceLevels), "The level of evidence.", {
            source: "secretariat",
          }),
          sentence: field(text, "Why.", { source: "secretariat" }),
          edition: field(z.int(), "The edition it was said of.", tracker),
          effectiveOn: field(z.iso.date(), "The day of that edition.", tracker),
        }),
      ),
      "The secretariat's rating of the evidence: the latest rating of each statement.",
      { source: "secretariat" },
    ),
  })
  .meta({ id: "ProjectDetails" });
