import * as z from "zod";

/** Shortest password. NIST SP 800-63B-4: 15 characters where the password is the only factor. */
const shortestPassword = 15;

/**
 * A new password: 15 to 256 characters of any script, normalised to NFKC so that it can be typed on any keyboard.
 * Whether it is guessed early is for lib/commands/shared/refuse-weak-password.ts.
 */
export const newPassword = z
  .string()
  .max(256)
  .transform((value) => value.normalize("NFKC"))
  .refine((value) => [...value].length >= shortestPassword, "password_short");
