import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folders = [
  "app",
  "components",
  "deploy",
  "docs",
  "lib",
  "messages",
  "prisma",
  "scripts",
  "tests",
];

/** Lists the files of the folders above and the files in the root folder. */
const files = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`),
  )
  .concat(
    readdirSync(".", { withFileTypes: true }).flatMap((each) => (each.isFile() ? each.name : [])),
  );

/** Pairs the endings of file names with the pattern of their comments. A document is read as a whole. */
const comments: [RegExp, RegExp][] = [
  [/\.md$/u, /[\s\S]+/gu],
  [/\.(?:tsx?|m?js|css)$/u, /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu],
  [/\.prisma$/u, /\/\/.*$/gmu],
  [/\.sql$/u, /--.*$/gmu],
  [/(?:\.conf|\.ya?ml|Dockerfile)$/u, /#.*$/gmu],
];

/**
 * Matches a path from the root of the project: "app/(public)/[locale]/page.tsx", "docs/decisions/0001", "lib/queries/".
 */
const path = new RegExp(
  `(?<![\\w./@-])(?:${folders.join("|")})(?:/(?:\\(\\w+\\)|\\[{1,2}[\\w.]+\\]{1,2}|[\\w*-][\\w.*-]*))+/?`,
  "gu",
);

test("every path that a comment or a document names exists", () => {
  const missing = files
    .filter((name) => !name.includes("/generated/"))
    .flatMap((name) => {
      const comment = comments.find(([ending]) => ending.test(name))?.[1];
      const listed = comment ? (readFileSync(name, "utf8").match(comment) ?? []) : [];
      return listed
        .flatMap((text) => text.match(path) ?? [])
        .map((each) => each.replace(/[./]+$/u, ""))
        .filter((each) => !isThere(each))
        .map((each) => `${name} names ${each}`);
    });
  expect(missing).toEqual([]);
});

/** Returns true for the name of a file, a folder, a decision by its number, or a file without its ending. */
function isThere(named: string): boolean {
  if (named.includes("*")) return true;
  const isWhole = /\.[a-z]{2,6}$/u.test(named);
  return files.some((file) => file === named || (!isWhole && file.startsWith(named)));
}
