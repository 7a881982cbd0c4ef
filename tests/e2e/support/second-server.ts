import { type ChildProcess, spawn } from "node:child_process";
import { urlOf } from "@/tests/e2e/support/database";

/** The port of a second server beside the one under test. The test kills this second server. */
const port = Number(process.env["E2E_PORT"]) + 1;
export const address = `http://localhost:${port}`;
/** The folder of files that it shares with the server under test. */
export const dataDirectory = `.data/e2e/${process.env["E2E_PORT"]}`;

let server: ChildProcess | undefined;

/** Starts the server and returns when it serves. It uses the database under test unless another one is given. */
export async function serve(
  more: Partial<NodeJS.ProcessEnv> = {},
  errors: "inherit" | "pipe" = "inherit",
): Promise<ChildProcess> {
  const started = spawn(process.execPath, ["server.mjs"], {
    env: { ...process.env, ...settings(), ...more },
    stdio: ["ignore", "ignore", errors, "ipc"],
  });
  server = started;
  await new Promise<void>((resolve, reject) => {
    started.on("message", (message) => message === "serving" && resolve());
    started.once("exit", (code) => reject(new Error(`The server ended with ${code}`)));
  });
  return started;
}

/** Kills the server without warning, like a loss of power. */
export function kill(): void {
  server?.kill("SIGKILL");
}

function settings() {
  return {
    NODE_ENV: "production" as const,
    DATABASE_URL: urlOf(),
    // The secret is the same after the restart, so that people stay signed in.
    NEXTAUTH_SECRET: "a secret for the server that is killed in this test",
    NEXTAUTH_URL: address,
    PORT: String(port),
    DATA_DIR: dataDirectory,
  };
}
