import type { FieldError } from "@/lib/domain/values/field-error";

/** A framework as pages and rules need it: its terms in their order. */
export type FrameworkTerms = {
  slug: string;
  name: string;
  outcomes: Term[];
  focusAreas: (Term & { projectTypes: Term[] })[];
};

export type Term = { slug: string; name: string; description: string };

/** The fields whose entries name an outcome. */
const serving = ["contributions", "indicators", "strategicTargets"];

/** Returns true when values of this field are terms of the framework. */
export function choosesTerms(field: string): boolean {
  return ["focusAreas", ...serving].includes(field);
}

/**
 * Returns field errors for selected terms that the framework does not have; empty when all exist. Only fields of
 * `choosesTerms` are checked.
 */
export function unknownTerms(
  framework: FrameworkTerms,
  field: string,
  value: unknown,
): Record<string, FieldError[]> {
  const errors: Record<string, FieldError[]> = {};
  if (field === "focusAreas") {
    for (const item of value as { id: string; focusArea: string; projectType?: string | null }[]) {
      const area = framework.focusAreas.find((candidate) => candidate.slug === item.focusArea);
      if (!area) errors[`focusAreas.${item.id}.focusArea`] = [{ key: "unknown_choice" }];
      else if (item.projectType && !area.projectTypes.some((t) => t.slug === item.projectType))
        errors[`focusAreas.${item.id}.projectType`] = [{ key: "type_of_other_area" }];
    }
  }
  if (serving.includes(field)) {
    for (const item of value as { id: string; outcome: string | null }[]) {
      // An indicator or a target may serve no outcome.
      if (item.outcome === null) continue;
      if (!framework.outcomes.some((outcome) => outcome.slug === item.outcome))
        errors[`${field}.${item.id}.outcome`] = [{ key: "unknown_choice" }];
    }
  }
  return errors;
}
