import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Result } from "@/lib/domain/result/result";
import type { FieldError } from "@/lib/domain/values/field-error";

/** So many at once; whoever wants more sends again. */
const maxRows = 100;

/**
 * Turns a command into one that is done for each of `rows` by itself, one after the other, and answers a Result for
 * each in their order: what is refused for one leaves nothing behind and keeps none of the others back.
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
