import "server-only";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { env } from "@/lib/env";

const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

let found: string | null | undefined;

/** The path of a Chromium that can print pages: the one that the settings name, else the system's. Null where there is none. */
export function findChromium(): string | null {
  found ??= env().CHROMIUM_PATH ?? findOnPath() ?? null;
  return found;
}

function findOnPath() {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
