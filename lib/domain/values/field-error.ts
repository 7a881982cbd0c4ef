import type { Messages } from "@/lib/domain/language/messages";

/**
 * What is wrong with one field: a key of messages, and what it names: a limit, or a character of a text by its name in
 * Unicode with the words after which it stands.
 */
export type FieldError = { key: ErrorKey; limit?: number; character?: string; after?: string };

/** What may be wrong anywhere, with a file, with a sheet or with feedback. */
export type ErrorKey =
  | keyof Messages["errors"]["field"]
  | keyof Messages["files"]["problems"]
  | keyof Messages["sheets"]["refused"]
  | keyof Messages["feedback"]["errors"];
