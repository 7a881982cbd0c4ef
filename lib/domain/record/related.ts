import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordFields } from "@/lib/domain/record/record";

/** Returns the ids of the related projects of a record, or of some of its fields; none for a plan. */
export function relatedIds(fields: RecordFields | Partial<ProjectFields>): string[] {
  if (!("relatedProjects" in fields)) return [];
  return fields.relatedProjects?.flatMap((item) => item.project ?? []) ?? [];
}
