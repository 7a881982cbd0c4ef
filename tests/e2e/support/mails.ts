import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMail } from "@/tests/support/mail-text";

/** Returns the mails that the test mail server received for a person, oldest first. */
export function mailsTo(email: string): string[] {
  const directory = `.data/e2e/${process.env["E2E_PORT"]}/mails`;
  return readdirSync(directory)
    .filter((name) => name.endsWith(` ${email}.eml`))
    .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
    .map((name) => readMail(readFileSync(join(directory, name), "utf8")));
}
