import { describeProblems, readSettings, type Settings } from "@/lib/settings/settings.mjs";

let settings: Settings | undefined;

/**
 * Returns the settings of this installation, read from the environment at first use and then kept.
 * Not read when a module loads: the application is built with no settings at all. Throws a message
 * that names every missing or wrong variable.
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
