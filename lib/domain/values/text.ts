import * as z from "zod";
import { tidy } from "@/lib/domain/values/tidy";

// PostgreSQL refuses U+0000, and a lone surrogate has no UTF-8 form. Both are reported here, by field.
const unstorable = /\u0000|\p{Surrogate}/u;
// Control characters except tab and line breaks; line separators that are not line breaks; invisible joiners, marks and
// tags; and noncharacters, which XML forbids.
const invisible =
  /(?![\u0000\t\n\r])\p{Cc}|[\u2028\u2029\u2060\ufeff\u{e0000}-\u{e007f}]|\p{Noncharacter_Code_Point}/u;
// Joiners and the zero-width space are needed in Khmer, Thai, Burmese and other scripts; elsewhere they are invisible
// and are refused.
const strayJoiner =
  /(?<![\p{Script=Khmr}\p{Script=Thai}\p{Script=Laoo}\p{Script=Mymr}\p{Script=Tamil}\p{Script=Arab}\p{Emoji}\u200b-\u200d])[\u200b-\u200d]/u;
const control = /[\u0001-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * A raw text may be this many times longer than the stored text: two characters for a line break, and up to three for a
 * letter with its marks. A longer text is refused before it is processed.
 */
const maxUntidyFactor = 4;

/**
 * Returns the schema of plain text of several lines with at most `max` characters, trimmed and in Unicode form NFC.
 * Invisible characters are refused, except those that a script needs.
 */
export function text(max: number) {
  return z
    .string()
    .check(({ value, issues }) => {
      if (value.length <= max * maxUntidyFactor) return;
      const issue = { code: "too_big", origin: "string", maximum: max, inclusive: true } as const;
      issues.push({ ...issue, input: value, continue: false });
    })
    .check(without("unstorable", unstorable))
    .check(without("invisible", invisible, strayJoiner))
    .transform(tidy)
    .pipe(z.string().max(max));
}

/** The number of characters before a refused character that the error quotes. */
const before = 20;

/**
 * Returns a check that refuses a text with such a character, and reports the Unicode name of the first one and the
 * words before it.
 */
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
 * Returns the schema of one line of plain text. Line breaks, control characters and marks that change the reading
 * direction are refused.
 */
export function line(max: number) {
  return text(max).refine((value) => !control.test(value) && !value.includes("\n"), "one_line");
}

/** A user name before the host makes an address look like that of another site. */
const namesSomebody = /^https?:[/\\]*[^/\\?#]*@/u;

/**
 * The schema of a web address that a reader can follow: http or https, without a user name or password. Empty when
 * there is none.
 */
export const webAddress = line(2000)
  .refine((value) => value === "" || /^https?:\/\/[^\s]+$/u.test(value), "web_address")
  .refine((value) => !namesSomebody.test(value), "web_address_with_name");

/** The schema of the e-mail address of an office or a role, in lower case. Empty when there is none. */
export const roleAddress = line(254)
  .transform((value) => value.toLowerCase())
  .pipe(z.union([z.literal(""), z.email()], { error: "email" }));
