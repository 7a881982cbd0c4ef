import type { Messages } from "@/lib/domain/language/messages";

/**
 * An error in one field: a key of messages, and what the message names: a limit, a character by its Unicode name with
 * the words before it, or rows of a file such as "3, 7".
 */
export type FieldError = {
  key: ErrorKey;
  limit?: number;
  character?: string;
  after?: string;
  rows?: string;
};

/** The keys of errors of any field, of files, of spreadsheets and of feedback. */
export type ErrorKey =
  | keyof Messages["errors"]["field"]
  | keyof Messages["files"]["problems"]
  | keyof Messages["sheets"]["refused"]
  | keyof Messages["feedback"]["errors"];
