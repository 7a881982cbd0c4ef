import { prepareCode } from "./setup/prepare.mjs";
import { runScript, SetupError } from "./setup/progress.mjs";

// npm run bench -- save. Prints one JSON line for each figure beside what it is compared with; figures of different
// machines and days cannot be compared. The tests do not check them.
const scenarios = ["save", "sheets", "public", "scale"];

await runScript(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (!scenarios.includes(name)) {
    throw new SetupError(`Say what to measure: npm run bench -- ${scenarios.join(" | ")}`);
  }
  await prepareCode();
  const { measure } = await import(`./bench/${name}.mjs`);
  await measure(args);
});
