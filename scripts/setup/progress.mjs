import { spawn } from "node:child_process";
import { hasStopBegun, stopEverything, whenStopping } from "./stopping.mjs";

/** An expected failure: its message is enough, so no stack is printed. */
export class SetupError extends Error {}

/**
 * Runs one step and prints one line for it: its name at once, its time at the end. A step without work returns the text
 * to print instead of a time ("up to date").
 */
export async function step(name, work) {
  process.stdout.write(`${name} … `);
  const startedAt = performance.now();
  try {
    const remark = await work();
    process.stdout.write(`${typeof remark === "string" ? remark : elapsedSince(startedAt)}\n`);
  } catch (error) {
    process.stdout.write(hasStopBegun() ? "stopped\n" : "failed\n");
    throw error;
  }
}

function elapsedSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/**
 * Runs a program to its end without showing its output; when it fails, the output is the message of the error. The
 * program ends with this process. Resolves to the output.
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    const ended = new Promise((resolve) => child.once("close", resolve));
    const forget = whenStopping(() => {
      child.kill("SIGTERM");
      return ended;
    });
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.once("error", (error) =>
      reject(new SetupError(`${command} could not be run: ${error.message}`)),
    );
    child.once("close", (code, signal) => {
      forget();
      if (code === 0) return resolve(output);
      const ending = signal ? `was stopped by ${signal}` : `ended with code ${code}`;
      reject(new SetupError(`${output.trim()}\n${[command, ...args].join(" ")} ${ending}.`.trim()));
    });
  });
}

/**
 * Runs a script's main function and exits. An expected failure prints its message, any other its stack, with code 1.
 */
export async function runScript(main) {
  let exitCode = 0;
  try {
    exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!hasStopBegun()) console.error(error instanceof SetupError ? error.message : error);
    exitCode = 1;
  }
  // Exits explicitly, because Prisma's schema engine leaves a timer of ten seconds behind.
  await stopEverything(exitCode);
}
