import type { AssessedKind, AssessmentAnswer } from "@/lib/domain/assessment/assessment";
import type { RecordFields } from "@/lib/domain/record/record";
import type { Check } from "@/lib/domain/review/checks";

/** An assessment that is neither corrected nor withdrawn, with its city's answer if there is one. */
type Assessed = {
  kind: AssessedKind;
  entryId: string | null;
  outcome: string;
  answer: { kind: AssessmentAnswer; reason: string } | null;
};

const fieldOf = {
  project: "contributions",
  indicator: "indicators",
  target: "strategicTargets",
} as const satisfies Record<AssessedKind, Check["field"]>;

/**
 * Returns where what a submission states and what the tracker assesses differ: the city refused an assessment, states
 * others beside it, or states one of the project that is not assessed. Where the city states nothing and has not answered,
 * nothing differs. `names` are those of the outcomes by their slugs.
 */
export function assessmentChecks(
  after: RecordFields,
  assessments: Assessed[],
  names: Record<string, string>,
): Check[] {
  const nameOf = (outcome: string) => names[outcome] ?? outcome;
  return [
    ...assessments.flatMap((assessment): Check[] => {
      const thing = thingOf(after, assessment);
      if (!thing || thing.outcomes.includes(assessment.outcome)) return [];
      const { kind, outcome, answer } = assessment;
      const about = { field: fieldOf[kind], name: thing.name, was: nameOf(outcome) };
      if (answer !== null && answer.kind !== "confirmed")
        return [{ ...about, check: "assessment_refused", is: answer.reason }];
      return thing.outcomes.length === 0 ? [] : [{ ...about, check: "assessed_not_stated" }];
    }),
    ...statedOnly(after, assessments, nameOf),
  ];
}

function statedOnly(
  after: RecordFields,
  assessments: Assessed[],
  nameOf: (outcome: string) => string,
): Check[] {
  const assessed = assessments.flatMap(({ kind, outcome }) => (kind === "project" ? outcome : []));
  if (assessed.length === 0 || !("contributions" in after)) return [];
  return after.contributions.flatMap(({ outcome }): Check[] =>
    assessed.includes(outcome)
      ? []
      : [
          {
            field: "contributions",
            check: "stated_not_assessed",
            name: after.title,
            was: nameOf(outcome),
          },
        ],
  );
}

/** What was assessed, as the submission has it: its name, and the outcomes that it states. */
function thingOf(after: RecordFields, { kind, entryId }: Assessed) {
  if (kind === "project") {
    if (!("contributions" in after)) return null;
    return { name: after.title, outcomes: after.contributions.map(({ outcome }) => outcome) };
  }
  const entries =
    "strategicTargets" in after
      ? after.strategicTargets.map(({ id, text, outcome }) => ({ id, name: text, outcome }))
      : after.indicators;
  const entry = entries.find(({ id }) => id === entryId);
  return entry
    ? { name: entry.name, outcomes: entry.outcome === null ? [] : [entry.outcome] }
    : null;
}
