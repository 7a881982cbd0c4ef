import type { Assessment } from "@/lib/domain/assessment/assessment";
import type { Edit } from "@/lib/domain/record/merge";
import type { WrongState } from "@/lib/domain/result/result";

type Serving = { id: string; outcome: string | null }[];

/**
 * Returns the edits by which a draft states an outcome of what was assessed: a contribution of the project, or the
 * outcome of the indicator or target. None when the draft states it already. An indicator and a target state one outcome
 * each: where the draft states another one, or has no such entry any more, it returns why that cannot be.
 * `newId` is the id of a new contribution, `how` what it says.
 */
export function editsToState(
  draft: Record<string, unknown>,
  { kind, entryId }: Pick<Assessment, "kind" | "entryId">,
  stated: { outcome: string; how: string; newId: string },
): Edit[] | WrongState {
  const { outcome, how, newId } = stated;
  if (kind === "project") {
    const seen = draft["contributions"] as Serving;
    if (seen.some((item) => item.outcome === outcome)) return [];
    return [{ field: "contributions", seen, value: [...seen, { id: newId, outcome, how }] }];
  }
  const field = kind === "indicator" ? "indicators" : "strategicTargets";
  const seen = draft[field] as Serving;
  const entry = seen.find(({ id }) => id === entryId);
  if (!entry) return "entry_removed";
  if (entry.outcome === outcome) return [];
  if (entry.outcome !== null) return "states_other_outcome";
  const value = seen.map((each) => (each === entry ? { ...each, outcome } : each));
  return [{ field, seen, value }];
}
