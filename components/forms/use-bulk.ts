import { useState } from "react";
import { type Failure, sendJson } from "@/components/forms/ask";
import type { Refusal, Result } from "@/lib/domain/result/result";

/** What can be done with several records or submissions, as the last part of the address that does it. */
export type BulkAction = "submit" | "confirm" | "milestone-date" | "approve" | "clear";

/** What something is done with, by what it is called and where it lies. */
export type BulkRow = { id: string; title: string; href: string };

/** What came of one row. `milestone` is the one that got a date. */
export type RowResult = { row: BulkRow; result: Result<{ milestone?: string }> };

type Bulk = {
  all: number;
  isRunning: boolean;
  done: RowResult[];
  refusal: Refusal | null;
  failure: Failure | null;
};

/** So many are sent at a time, so that there is progress to tell. */
const perRequest = 5;

/** Does something to each of several rows, and tells what came of each while it runs. */
export function useBulk(onFinished: (results: RowResult[]) => void) {
  const [bulk, setBulk] = useState<Bulk | null>(null);

  /** `inputOf` says what is sent for a row. */
  async function run<R extends BulkRow>(
    action: BulkAction,
    rows: R[],
    inputOf: (row: R) => Record<string, string>,
  ) {
    const done: RowResult[] = [];
    const update = (more: Partial<Bulk>) =>
      setBulk({
        all: rows.length,
        isRunning: true,
        refusal: null,
        failure: null,
        ...more,
        done: [...done],
      });
    update({});
    for (let start = 0; start < rows.length; start += perRequest) {
      const some = rows.slice(start, start + perRequest);
      const sent = await sendJson<RowResult["result"][]>(`/api/office/bulk/${action}`, {
        rows: some.map(inputOf),
      });
      const failure = "failure" in sent ? sent.failure : null;
      const refusal = "result" in sent && !sent.result.ok ? sent.result.refusal : null;
      if ("result" in sent && sent.result.ok) {
        // A result for each row that was sent, in their order.
        for (const [index, result] of sent.result.value.entries()) {
          const row = some[index];
          if (row) done.push({ row, result });
        }
      }
      const isOver = failure !== null || refusal !== null || done.length === rows.length;
      update({ failure, refusal, isRunning: !isOver });
      if (isOver) break;
    }
    onFinished(done);
  }

  return { bulk, run, close: () => setBulk(null) };
}
