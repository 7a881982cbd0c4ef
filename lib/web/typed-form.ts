import "server-only";
import { mediaTypeOf } from "@/lib/web/own-request";

/** Far more than the longest text of our forms. */
const maxBytes = 64_000;

/**
 * Returns the fields of a plain form, as a browser without script posts them; null when the form is missing or too
 * large, and for the NUL character, which the database cannot store and nobody can type.
 */
export async function readTypedForm(request: Request): Promise<Record<string, string> | null> {
  if (mediaTypeOf(request) !== "application/x-www-form-urlencoded") return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  const fields = [...new URLSearchParams(Buffer.concat(chunks).toString("utf8"))];
  if (fields.flat().some((text) => text.includes("\u0000"))) return null;
  return Object.fromEntries(fields);
}
