import "server-only";
import { readEditionContent } from "@/lib/domain/record/edition";
import type { PlanFields } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";

/** Parses the project of an edition; throws for stored content that is no project. */
export function readProject(stored: unknown): ProjectFields {
  const content = readEditionContent(stored);
  if (content.kind !== "project") throw new Error("An edition of a project holds a plan");
  return content.fields;
}

/** Parses the plan's profile of an edition; throws for stored content that is no plan. */
export function readPlan(stored: unknown): PlanFields {
  const content = readEditionContent(stored);
  if (content.kind !== "plan") throw new Error("An edition of a plan holds a project");
  return content.fields;
}
