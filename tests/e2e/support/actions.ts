import { readFileSync } from "node:fs";

/** Returns the ids of all server actions of the build. */
export function actionIds(): string[] {
  const manifest = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as { node: Record<string, unknown> };
  return Object.keys(manifest.node);
}
