import { spawn } from "node:child_process";
import { root } from "./paths.mjs";
import { whenStopping } from "./stopping.mjs";

/**
 * Runs a server until it ends, with its output on ours. Stopping this process stops the server first and waits for it.
 * `onReady` is called when the server reports over its channel that it serves. Resolves to the exit code.
 */
export function serve(args, environment, onReady = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: environment,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const forget = whenStopping(() => {
      child.kill("SIGTERM");
      return ended;
    });
    child.on("message", (message) => {
      if (message !== "serving") return;
      // From here on, a signal is a normal end.
      process.exitCode = 0;
      onReady();
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      forget();
      resolve(code ?? 1);
    });
  });
}
