import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { makeIfChanged } from "./make-if-changed.mjs";
import { root } from "./paths.mjs";
import { step } from "./progress.mjs";

const generated = join(root, "lib", "site", "generated");
const stamp = join(generated, ".made-from");

/** Bundles components/public/lists/enhancement and its parts of TanStack Table into one script, if either changed. */
export async function bundleList() {
  await step("Bundling the script of the list", async () => {
    const inputs = await fingerprint([
      "components/public/lists/enhancement",
      "lib/domain/site/list.ts",
      "tsconfig.json",
      "scripts/setup/bundle-list.mjs",
      "node_modules/@tanstack/table-core/package.json",
      "node_modules/esbuild/package.json",
    ]);
    return makeIfChanged(stamp, inputs, async () => {
      // Loaded here, because the package may not be installed before.
      const { build } = await import("esbuild");
      const { outputFiles } = await build({
        absWorkingDir: root,
        entryPoints: ["components/public/lists/enhancement/enhancement.ts"],
        bundle: true,
        minify: true,
        format: "iife",
        target: "es2020",
        define: { "process.env.NODE_ENV": '"production"' },
        write: false,
        logLevel: "warning",
      });
      await mkdir(generated, { recursive: true });
      const text = JSON.stringify(outputFiles[0].text);
      await writeFile(join(generated, "list-script.mjs"), `export const text = ${text};\n`);
    });
  });
}
