import * as z from "zod";
import { tidy } from "@/lib/domain/tidy";

// PostgreSQL refuses U+0000, and a lone surrogate has no UTF-8 form: both are answered here, by field.
const unstorable = /\u0000|\p{Surrogate}/u;
const invisible = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\u2060\ufeff]/u;
// Joiners and the zero-width space belong to scripts that need them, Khmer, Thai and Burmese among them; elsewhere they hide.
const strayJoiner =
  /(?<![\p{Script=Khmr}\p{Script=Thai}\p{Script=Laoo}\p{Script=Mymr}\p{Script=Tamil}\p{Script=Arab}\p{Emoji}\u200b-\u200d])[\u200b-\u200d]/u;
const control = /[\u0001-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Several lines of plain text of at most `max` characters, trimmed and in Unicode form NFC. Characters nobody can see
 * are refused, but for those that a script is written with.
 */
export function text(max: number) {
  return z
    .string()
    .refine((value) => !unstorable.test(value), "unstorable")
    .refine((value) => !invisible.test(value) && !strayJoiner.test(value), "invisible")
    .transform(tidy)
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

/** An e-mail address of an office or a role, in small letters. Empty when there is none. */
export const roleAddress = line(254)
  .transform((value) => value.toLowerCase())
  .pipe(z.union([z.literal(""), z.email()], { error: "email" }));
