import { readdirSync, statSync } from "node:fs";
import { expect } from "@playwright/test";

/**
 * Requests this many addresses that do not exist, each with this word in it. It uses Node's fetch, because Playwright
 * would keep a trace of every answer.
 */
export async function visitMadeUpAddresses(baseURL: string, count: number, name: string) {
  for (let start = 0; start < count; start += 8) {
    const answers = await Promise.all(
      Array.from({ length: Math.min(8, count - start) }, async (_, lane) => {
        const word = `${name}-${start + lane}`;
        const paths = [
          `/en/cities/${word}`,
          `/en/cities/phuket/projects/${word}`,
          `/en/countries/${word}`,
          `/en/${word}`,
          `/${word}/${word}`,
        ];
        const answer = await fetch(`${baseURL}${paths[(start + lane) % paths.length]}`);
        await answer.arrayBuffer();
        return answer.status;
      }),
    );
    expect(new Set(answers), `addresses from ${name}-${start} on`).toEqual(new Set([404]));
  }
}

/** Returns the files in a folder and its subfolders. */
export function filesUnder(directory: string): { name: string; bytes: number }[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((name) => ({ name, bytes: statSync(name).size }));
}
