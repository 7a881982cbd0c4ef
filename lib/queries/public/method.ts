import "server-only";
import { readFile } from "node:fs/promises";
import { contentLanguage, type Locale } from "@/lib/domain/language/locale";

/** Returns how the figures are made, in the reader's language, in Markdown without its title (docs/method.md). */
export function readMethod(locale: Locale): Promise<string> {
  return readText(locale === contentLanguage ? "docs/method.md" : `docs/method/${locale}.md`);
}

/** Returns the formulas in full, in English, in Markdown without their title (docs/progress.md). */
export function readFormulas(): Promise<string> {
  return readText("docs/progress.md");
}

/** The server runs in the repository's folder. */
async function readText(path: string): Promise<string> {
  const text = await readFile(path, "utf8");
  return text.replace(/^# .*\n+/u, "");
}
