import type { RecordKind } from "@/lib/domain/record/record-kind";

/** Returns the address of the page on which a record is edited. */
export function recordPath(record: { id: string; kind: RecordKind }): string {
  return record.kind === "plan"
    ? `/office/plans/${record.id}/profile`
    : `/office/projects/${record.id}`;
}
