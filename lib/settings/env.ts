import { describeProblems, readSettings, type Settings } from "@/lib/settings/settings.mjs";

let settings: Settings | undefined;

/**
 * Returns the settings of this installation. They are read from the environment at the first call and not when a module
 * loads, because the application is built without settings. Throws a message that names every missing or wrong
 * variable.
 */
export function env(): Settings {
  settings ??= readOrThrow();
  return settings;
}

function readOrThrow(): Settings {
  const { settings, problems } = readSettings(process.env);
  if (problems.length > 0) throw new Error(describeProblems(problems));
  return settings;
}
