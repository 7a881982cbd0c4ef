import * as z from "zod";
import { tidy } from "@/lib/domain/values/tidy";

// PostgreSQL refuses U+0000, and a lone surrogate has no UTF-8 form: both are answered here, by field.
const unstorable = /\u0000|\p{Surrogate}/u;
// Controls but for tab and line breaks; separators of lines that are no line breaks; what joins, marks or tags unseen; and
// what Unicode keeps for no character at all, which XML forbids.
const invisible =
  /(?![\u0000\t\n\r])\p{Cc}|[\u2028\u2029\u2060\ufeff\u{e0000}-\u{e007f}]|\p{Noncharacter_Code_Point}/u;
// Joiners and the zero-width space belong to scripts that need them, Khmer, Thai and Burmese among them; elsewhere they hide.
const strayJoiner =
  /(?<![\p{Script=Khmr}\p{Script=Thai}\p{Script=Laoo}\p{Script=Mymr}\p{Script=Tamil}\p{Script=Arab}\p{Emoji}\u200b-\u200d])[\u200b-\u200d]/u;
const control = /[\u0001-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * How many times longer than what is kept a text may be as it comes: two characters for a line break, and up to three
 * for a letter with its marks. What is longer is refused before anything reads it through.
 */
const untidyFactor = 4;

/**
 * Several lines of plain text of at most `max` characters, trimmed and in Unicode form NFC. Characters nobody can see
 * are refused, but for those that a script is written with.
 */
export function text(max: number) {
  return z
    .string()
    .check(({ value, issues }) => {
      if (value.length <= max * untidyFactor) return;
      const issue = { code: "too_big", origin: "string", maximum: max, inclusive: true } as const;
      issues.push({ ...issue, input: value, continue: false });
    })
    .check(without("unstorable", unstorable))
    .check(without("invisible", invisible, strayJoiner))
    .transform(tidy)
    .pipe(z.string().max(max));
}

/** So many characters say where in a text something stands. */
const before = 20;

/** Refuses a text that holds such a character, with the first one's name in Unicode and with the words before it. */
function without(message: string, ...patterns: RegExp[]) {
  return ({ value, issues }: z.core.ParsePayload<string>) => {
    const places = patterns.map((pattern) => value.search(pattern)).filter((place) => place >= 0);
    if (places.length === 0) return;
    const place = Math.min(...places);
    const code = value.codePointAt(place) ?? 0;
    const params = {
      character: `U+${code.toString(16).toUpperCase().padStart(4, "0")}`,
      after: [...value.slice(0, place).trim()].slice(-before).join(""),
    };
    issues.push({ code: "custom", message, params, input: value, continue: true });
  };
}

/**
 * Returns one line of plain text; line breaks, control characters and marks that turn the reading direction are
 * refused.
 */
export function line(max: number) {
  return text(max).refine((value) => !control.test(value) && !value.includes("\n"), "one_line");
}

/** Before the first slash stands whom one goes to; with a name in it, it is not whom it seems. */
const namesSomebody = /^https?:[/\\]*[^/\\?#]*@/u;

/**
 * A web address a reader can follow: http or https only, and without a name or password in it. Empty when there is
 * none.
 */
export const webAddress = line(2000)
  .refine((value) => value === "" || /^https?:\/\/[^\s]+$/u.test(value), "web_address")
  .refine((value) => !namesSomebody.test(value), "web_address_with_name");

/** An e-mail address of an office or a role, in small letters. Empty when there is none. */
export const roleAddress = line(254)
  .transform((value) => value.toLowerCase())
  .pipe(z.union([z.literal(""), z.email()], { error: "email" }));
