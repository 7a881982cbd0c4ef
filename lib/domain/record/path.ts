import type { RecordKind } from "@/lib/domain/record/record-kind";

/** Where a record is worked on. */
export function recordPath(record: { id: string; kind: RecordKind }): string {
  return record.kind === "plan"
    ? `/office/plans/${record.id}/profile`
    : `/office/projects/${record.id}`;
}
