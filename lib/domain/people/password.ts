import * as z from "zod";

/** The minimum length. NIST SP 800-63B-4 asks for 15 characters where the password is the only factor. */
const shortestPassword = 15;

/**
 * The schema of a new password: 15 to 256 characters of any script, normalised to NFKC so that it can be typed on any
 * keyboard. lib/commands/shared/refuse-weak-password.ts refuses passwords that are easy to guess.
 */
export const newPassword = z
  .string()
  .max(256)
  .transform((value) => value.normalize("NFKC"))
  .refine((value) => [...value].length >= shortestPassword, "password_short");
