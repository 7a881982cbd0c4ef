import "server-only";
import * as z from "zod";

/** Where a page of a list ended, as an opaque text for addresses. */
export function toCursor(key: (string | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** A cursor's key, checked part by part; null for anything that `toCursor` did not make. */
export function readCursor<S extends readonly z.ZodType<string | null>[]>(
  cursor: string,
  parts: S,
): { [part in keyof S]: z.output<S[part]> } | null {
  // Longer than two texts of 200 characters make it.
  if (cursor.length > 2500) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const parsed = z.tuple(parts as unknown as [z.ZodType<string>]).safeParse(key);
    return parsed.success
      ? (parsed.data as unknown as { [part in keyof S]: z.output<S[part]> })
      : null;
  } catch {
    return null;
  }
}
