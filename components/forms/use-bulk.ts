import { useState } from "react";
import { type Failure, sendJson } from "@/components/forms/ask";
import type { Refusal, Result } from "@/lib/domain/result/result";

/** The actions on several records or submissions; each is the last part of its route's address. */
export type BulkAction = "submit" | "confirm" | "milestone-date" | "approve" | "clear";

/** A row of an action, with its title and address. */
export type BulkRow = { id: string; title: string; href: string };

/** The result for one row. `milestone` is the milestone that got a date. */
export type RowResult = { row: BulkRow; result: Result<{ milestone?: string }> };

type Bulk = {
  all: number;
  isRunning: boolean;
  done: RowResult[];
  refusal: Refusal | null;
  failure: Failure | null;
};

/** The number of rows in one request. It is small, so that progress can be shown. */
const perRequest = 5;

/** Runs an action on several rows and reports the result for each while it runs. */
export function useBulk(onFinished: (results: RowResult[]) => void) {
  const [bulk, setBulk] = useState<Bulk | null>(null);

  /** `inputOf` returns what is sent for a row. */
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
        // The server returns one result for each row, in the order of the rows.
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
