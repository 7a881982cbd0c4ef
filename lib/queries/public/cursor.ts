import "server-only";
import * as z from "zod";

/** Returns the cursor of a list page as an opaque text for addresses. */
export function toCursor(key: (string | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** Parses a cursor part by part; null for a text that `toCursor` did not make. */
export function readCursor<S extends readonly z.ZodType<string | null>[]>(
  cursor: string,
  parts: S,
): { [part in keyof S]: z.output<S[part]> } | null {
  // Longer than a cursor with two texts of 200 characters.
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
