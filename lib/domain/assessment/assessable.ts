import type { AssessedKind } from "@/lib/domain/assessment/assessment";
import type { RecordFields } from "@/lib/domain/record/record";

/** Something of a record that can be assessed; an empty `entryId` and name stand for the project itself. */
type Assessable = { kind: AssessedKind; entryId: string; name: string };

/** Lists what can be assessed of a record: the project and its indicators, or the targets of the plan. */
export function assessableOf(fields: RecordFields): Assessable[] {
  if ("strategicTargets" in fields)
    return fields.strategicTargets.map(({ id, text }) => ({
      kind: "target",
      entryId: id,
      name: text,
    }));
  const indicators = fields.indicators.map(
    ({ id, name }): Assessable => ({ kind: "indicator", entryId: id, name }),
  );
  return [{ kind: "project", entryId: "", name: "" }, ...indicators];
}
