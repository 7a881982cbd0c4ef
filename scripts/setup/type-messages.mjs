import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { makeIfChanged } from "./make-if-changed.mjs";
import { root } from "./paths.mjs";
import { step } from "./progress.mjs";

const english = join(root, "messages", "en");
const generated = join(root, "messages", "generated");
const stamp = join(generated, ".made-from");

/** Writes the type of the English messages, with which next-intl checks keys, values and tags, if they changed. */
export async function typeMessages() {
  await step("Typing the messages", async () => {
    const inputs = await fingerprint([
      "messages/en",
      "scripts/setup/message-signature.mjs",
      "scripts/setup/type-messages.mjs",
      "node_modules/@formatjs/icu-messageformat-parser/package.json",
    ]);
    return makeIfChanged(stamp, inputs, async () => {
      // Loaded here, because it needs a package.
      const { signatureOf } = await import("./message-signature.mjs");
      const files = (await readdir(english)).filter((name) => name.endsWith(".json")).sort();
      const texts = await Promise.all(files.map((file) => readFile(join(english, file), "utf8")));
      const members = texts
        .flatMap((text) => Object.entries(JSON.parse(text)))
        .map(([namespace, messages]) => `  ${namespace}: ${typeOf(messages, signatureOf)};\n`);
      await mkdir(generated, { recursive: true });
      const text = `export type EnglishMessages = {\n${members.join("")}};\n`;
      await writeFile(join(generated, "english.ts"), text);
    });
  });
}

/**
 * The type does not hold the sentences themselves: next-intl's types read a text letter by letter, and long ones cost
 * the compiler time.
 */
function typeOf(value, signatureOf) {
  if (typeof value === "string") return JSON.stringify(signatureOf(value).join(""));
  const members = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}: ${typeOf(each, signatureOf)}`,
  );
  return `{ ${members.join("; ")} }`;
}
