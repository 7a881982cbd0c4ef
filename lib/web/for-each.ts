import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Result } from "@/lib/domain/result/result";
import type { FieldError } from "@/lib/domain/values/field-error";

/** Rows of one request; more are sent in further requests. */
const maxRows = 100;

/**
 * Turns a command into one that runs for each of `rows`, one after the other, and returns a Result for each in their
 * order: a refused row changes nothing and does not stop the others.
 */
export function forEach<T>(perform: (actor: Actor, raw: unknown) => Promise<Result<T>>) {
  return async function performEach(actor: Actor, raw: unknown): Promise<Result<Result<T>[]>> {
    const rows = typeof raw === "object" && raw !== null && "rows" in raw ? raw.rows : null;
    if (!Array.isArray(rows)) return invalid({ key: "not_understood" });
    if (rows.length > maxRows) return invalid({ key: "too_many_rows", limit: maxRows });
    const results: Result<T>[] = [];
    for (const row of rows) results.push(await perform(actor, row));
    return { ok: true, value: results };
  };
}

function invalid(error: FieldError): Result<never> {
  return { ok: false, refusal: { code: "invalid", fields: { rows: [error] } } };
}
