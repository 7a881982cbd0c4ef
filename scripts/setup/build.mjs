import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { makeIfChanged } from "./make-if-changed.mjs";
import { root } from "./paths.mjs";
import { runQuietly } from "./progress.mjs";

const stamp = join(root, ".next", "built-from");
const folders = ["app", "components", "lib", "messages", "public"];
/** Other inputs of generated code. */
const generators = ["prisma/schema.prisma", "scripts/setup/bundle-list.mjs"];
const rootFiles =
  /^((next|postcss)\.config|cache-handler|instrumentation|proxy|tsconfig|package-lock)\b.*\.(js|mjs|cjs|ts|json)$/;

/** Builds the application if any of its inputs changed since the last good build; otherwise returns "up to date". */
export async function buildIfChanged() {
  const inputs = await fingerprint(
    [...folders, ...generators, ...(await listRootFiles())],
    [process.version],
  );
  return makeIfChanged(stamp, inputs, async () => {
    const next = join(root, "node_modules", "next", "dist", "bin", "next");
    await runQuietly(process.execPath, [next, "build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
  });
}

async function listRootFiles() {
  return (await readdir(root)).filter((name) => rootFiles.test(name));
}
