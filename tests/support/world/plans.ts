import { randomUUID } from "node:crypto";
import { figureKinds, type PlanFields, targetResults } from "@/lib/domain/record/plan";
import { findRecord } from "@/lib/queries/record/records";
import { aTarget } from "@/tests/support/examples";
import { daysAgo, type Stage, staffOf, type WorldCity } from "@/tests/support/world/stage";
import { awkward, inLanguage } from "@/tests/support/world/texts";
import { publish, submit, type } from "@/tests/support/world/write";

/**
 * Publishes the profiles of two cities, with a target of each result and a figure of each kind. The profile of the
 * third city waits for review.
 */
export async function writePlans(stage: Stage): Promise<{ submissionId: string }> {
  const at = daysAgo(stage, 6);
  for (const city of ["phuket", "makassar"] as const) {
    await typePlan(stage, city, at);
    await publish(stage, city, stage.plans[city], at);
  }
  await typePlan(stage, "battambang", at);
  return { submissionId: await submit(stage, "battambang", stage.plans.battambang, at) };
}

async function typePlan(stage: Stage, city: WorldCity, at: Date) {
  const { editor } = staffOf(stage, city);
  const record = await findRecord(editor, "plan", stage.plans[city]);
  if (!record) throw new Error(`${city} has no plan`);
  const language = ({ phuket: "th", makassar: "id", battambang: "km" } as const)[city];
  const fields = { ...record.fields, ...everyTarget(), figures: everyFigure() };
  const { strategicTargets, figures, vision } = fields;
  const translations = inLanguage(fields, language);
  const asked = { vision: `${vision} ${awkward.markup}`, strategicTargets, figures, translations };
  await type(editor, "plan", stage.plans[city], asked, at);
}

/** Returns a target of each result, one without a result, and one that can be measured. */
function everyTarget(): Pick<PlanFields, "strategicTargets"> {
  return {
    strategicTargets: [
      ...targetResults.map((result) => ({
        ...aTarget({ text: `A target: ${result}`, result, resultOn: "2025" }),
        resultNote: awkward.markup,
        resultSource: "https://one.example/?a=1&b=2",
      })),
      aTarget(),
      aTarget({
        ...{ measure: awkward.markup, unit: "<m³>", direction: "increase", baseline: 0 },
        ...{ baselineOn: "2018", value: 100, dueOn: "2027-06" },
      }),
    ],
  };
}

function everyFigure(): PlanFields["figures"] {
  return figureKinds.flatMap((kind) => [
    {
      ...{ id: randomUUID(), kind, value: 1_234_567.5, on: "2024", boundaryNote: awkward.markup },
      source: "https://one.example/?a=1&b=2",
    },
    { id: randomUUID(), kind, value: 0, on: null, boundaryNote: "", source: "" },
  ]);
}
