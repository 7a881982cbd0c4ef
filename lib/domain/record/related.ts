import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordFields } from "@/lib/domain/record/record";

/** The ids of the projects that a record, or some of its fields, names as related; none for a plan. */
export function relatedIds(fields: RecordFields | Partial<ProjectFields>): string[] {
  if (!("relatedProjects" in fields)) return [];
  return fields.relatedProjects?.flatMap((item) => item.project ?? []) ?? [];
}
