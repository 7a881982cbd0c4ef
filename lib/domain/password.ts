import * as z from "zod";

/** Shortest password. NIST SP 800-63B-4: 15 characters where the password is the only factor. */
const shortestPassword = 15;

/**
 * A new password: 15 to 256 characters of any script, normalised to NFKC so that it can be typed on any keyboard.
 * Refuses the few that length alone lets through: one character repeated, the product's or the network's own words.
 */
export const newPassword = z
  .string()
  .max(256)
  .transform((value) => value.normalize("NFKC"))
  .refine((value) => [...value].length >= shortestPassword, "password_short")
  .refine((value) => new Set(value.toLowerCase()).size >= 5, "password_simple")
  .refine(
    (value) =>
      !/^(?:password|asean|ascn|smart|city|cities|network|qwerty|\d)+$/iu.test(
        value.replaceAll(/[^a-z0-9]/giu, ""),
      ),
    "password_common",
  );
