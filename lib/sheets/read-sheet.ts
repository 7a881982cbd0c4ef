import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Messages } from "@/lib/domain/language/messages";
import type { SheetTable } from "@/lib/domain/sheet/table";

/** The tables of a file, or the reason why it was refused, with the rows that are wrong, such as "3, 7". */
export type SheetRead =
  | { tables: SheetTable[] }
  | { refused: keyof Messages["sheets"]["refused"]; rows?: string };

/** A file, and for a text file the separator and the encoding that a person chose. */
type SheetFile = {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  separator?: string | undefined;
  encoding?: string | undefined;
};

const timeoutMs = 60_000;
// A path and not a URL, because a bundler would turn the URL of a worker into a module of its own.
const workerPath = join(process.cwd(), "lib", "sheets", "worker.mjs");

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a spreadsheet in a worker thread with limited memory and time, one file at a time in this process. `onProgress`
 * gets the fraction that is read, from 0 to 1.
 */
export function readSheet(
  file: SheetFile,
  onProgress: (progress: number) => void,
): Promise<SheetRead> {
  const read = last.then(() => readInThread(file, onProgress));
  last = read.catch(() => null);
  return read;
}

function readInThread(
  { name, bytes, separator, encoding }: SheetFile,
  onProgress: (progress: number) => void,
): Promise<SheetRead> {
  const worker = new Worker(workerPath, {
    workerData: { name, bytes, separator, encoding },
    resourceLimits: { maxOldGenerationSizeMb: 200, maxYoungGenerationSizeMb: 32 },
    // What a library prints about a file is nobody's to read.
    stdout: true,
    stderr: true,
  });
  const read = new Promise<SheetRead>((resolve, reject) => {
    const tooLong = setTimeout(() => resolve({ refused: "too_much" }), timeoutMs);
    worker.on("message", (message: SheetRead | { progress: number }) => {
      if ("progress" in message) onProgress(message.progress);
      else resolve(message);
    });
    worker.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve({ refused: "too_much" }) : reject(error),
    );
    worker.on("exit", () => clearTimeout(tooLong));
  });
  return read.finally(() => worker.terminate());
}
