import "server-only";
import { readFile } from "node:fs/promises";

/** Returns docs/progress.md below its title, in Markdown. The server runs in the repository's folder. */
export async function readFormulas(): Promise<string> {
  const text = await readFile("docs/progress.md", "utf8");
  return text.replace(/^# .*\n+/u, "");
}
