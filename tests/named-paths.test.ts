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

/** All files of the folders above, and those that stand beside them. */
const files = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`),
  )
  .concat(
    readdirSync(".", { withFileTypes: true }).flatMap((each) => (each.isFile() ? each.name : [])),
  );

/** What comments look like, by the end of a file's name; all of a document is read. */
const comments: [RegExp, RegExp][] = [
  [/\.md$/u, /[\s\S]+/gu],
  [/\.(?:tsx?|m?js|css)$/u, /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu],
  [/\.prisma$/u, /\/\/.*$/gmu],
  [/\.sql$/u, /--.*$/gmu],
  [/(?:\.conf|\.ya?ml|Dockerfile)$/u, /#.*$/gmu],
];

/** A path from the root of the project: "app/(public)/[locale]/page.tsx", "docs/decisions/0001", "lib/queries/". */
const path = new RegExp(
  `(?<![\\w./@-])(?:${folders.join("|")})(?:/(?:\\(\\w+\\)|\\[{1,2}[\\w.]+\\]{1,2}|[\\w*-][\\w.*-]*))+/?`,
  "gu",
);

test("every path that a comment or a document names is there", () => {
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

/**
 * Returns a file by its whole name, or what begins so: a folder, a decision by its number, a file without its ending.
 */
function isThere(named: string): boolean {
  if (named.includes("*")) return true;
  const isWhole = /\.[a-z]{2,6}$/u.test(named);
  return files.some((file) => file === named || (!isWhole && file.startsWith(named)));
}
