import * as z from "zod";
import { editionShape } from "@/lib/domain/open-data/edition";
import { choice, field } from "@/lib/domain/open-data/field";
import { closings, stages } from "@/lib/domain/record/project";

const text = z.string();
const computed = { source: "computed" } as const;
const tracker = { source: "tracker" } as const;

/** The schema of an edition with its changes from the edition before. */
export const changeData = z
  .object({
    id: field(z.uuid(), "Id of the plan or project.", tracker),
    kind: field(z.enum(["plan", "project"]), "What was published.", tracker),
    city: field(text, "Slug of its city.", tracker),
    slug: field(text, "Its address below its city's.", tracker),
    title: field(text, "Title of the project; empty for a plan."),
    ...editionShape,
    changedFields: field(
      z.array(text),
      "Names of the fields that differ from the edition before, without those of `describedFields`; empty for the first.",
      computed,
    ),
    describedFields: field(
      z.array(text),
      "Names of the fields to which an edition that the tracker read from documents only adds what was not there before.",
      computed,
    ),
    stage: field(
      z
        .object({
          before: field(choice(stages).nullable(), "The stage before; null in the first edition."),
          after: field(choice(stages), "The stage in this edition."),
        })
        .nullable(),
      "Null for a plan.",
      computed,
    ),
    closing: field(
      z.object({
        before: field(choice(closings).nullable(), "What had become of it before."),
        after: field(choice(closings).nullable(), "What has become of it in this edition."),
      }),
      "What became of the project.",
      computed,
    ),
    formerTitle: field(
      text.nullable(),
      "The title before, where this edition changed it.",
      computed,
    ),
  })
  .meta({ id: "Change" });
