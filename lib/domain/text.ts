import * as z from "zod";

// PostgreSQL refuses U+0000, and a lone surrogate has no UTF-8 form: both are answered here, by field.
const unstorable = /\u0000|\p{Surrogate}/u;
const control = /[\u0001-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Several lines of plain text of at most `max` characters, trimmed and in Unicode form NFC. */
export function text(max: number) {
  return z
    .string()
    .refine((value) => !unstorable.test(value), "unstorable")
    .transform((value) => value.replaceAll("\r\n", "\n").trim().normalize("NFC"))
    .pipe(z.string().max(max));
}

/** One line of plain text; line breaks, control characters and marks that turn the reading direction are refused. */
export function line(max: number) {
  return text(max).refine((value) => !control.test(value) && !value.includes("\n"), "one_line");
}

/** A web address a reader can follow: http or https only. Empty when there is none. */
export const webAddress = line(2000).refine(
  (value) => value === "" || /^https?:\/\/[^\s]+$/u.test(value),
  "web_address",
);
