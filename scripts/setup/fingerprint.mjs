import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { root } from "./paths.mjs";

/** Returns one hash over the names and contents of files and folders of the repository, and over `extras`. */
export async function fingerprint(paths, extras = []) {
  const files = (await Promise.all(paths.map((path) => listFiles(join(root, path))))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash("sha256");
  for (const extra of extras) hash.update(`${extra}\0`);
  files.forEach((file, index) => {
    hash.update(`${relative(root, file)}\0${contents[index].length}\0`).update(contents[index]);
  });
  return hash.digest("hex");
}

/**
 * Returns a file itself, or all files of a folder; none for a missing one. Generated code is left out, because it
 * follows from its inputs.
 */
async function listFiles(path) {
  if (basename(path) === "generated") return [];
  let entries;
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    return error.code === "ENOTDIR" ? [path] : [];
  }
  const lists = await Promise.all(
    entries.map((entry) => {
      const inside = join(path, entry.name);
      return entry.isDirectory() ? listFiles(inside) : [inside];
    }),
  );
  return lists.flat();
}
