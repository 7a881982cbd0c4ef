import type { ProjectFields } from "@/lib/domain/record/project";
import type { FieldError } from "@/lib/domain/values/field-error";
import { isBefore, type PartialDate } from "@/lib/domain/values/partial-date";

/**
 * Returns the contradictions between these fields as errors of the fields in `edited`: an end before the start, or an
 * indicator's target before its baseline. Contradictions that existed before and are not edited are left to readiness,
 * so that other fields can still be saved.
 */
export function contradictions(
  fields: Record<string, unknown>,
  edited: string[],
): Record<string, FieldError[]> {
  const errors: Record<string, FieldError[]> = {};
  const startsOn = dateIn(fields, "startsOn");
  for (const end of ["endsOn", "endedOn"]) {
    const endsOn = dateIn(fields, end);
    if (!startsOn || !endsOn || !isBefore(endsOn, startsOn)) continue;
    if (edited.includes(end)) errors[end] = [{ key: "before_start" }];
    else if (edited.includes("startsOn")) errors["startsOn"] = [{ key: "after_end" }];
  }
  return { ...errors, ...(edited.includes("indicators") && targetsBeforeBaselines(fields)) };
}

function targetsBeforeBaselines(fields: Record<string, unknown>): Record<string, FieldError[]> {
  // The schema of a project has parsed these fields before.
  const indicators = fields["indicators"] as ProjectFields["indicators"];
  return Object.fromEntries(
    indicators
      .filter(
        ({ baselineOn, targetOn }) => baselineOn && targetOn && isBefore(targetOn, baselineOn),
      )
      .map(({ id }) => [`indicators.${id}.targetOn`, [{ key: "before_baseline" }]]),
  );
}

function dateIn(fields: Record<string, unknown>, name: string): PartialDate | null {
  const value = fields[name];
  return typeof value === "string" ? value : null;
}
