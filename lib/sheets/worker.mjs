import { parentPort, workerData } from "node:worker_threads";
import { SheetRefused } from "./limits.mjs";
import { readTables } from "./read-tables.mjs";

// A file that somebody brought is read in a thread of its own, with memory of its own: what it holds is not known yet,
// and a page must not wait for it. Answers { progress } now and then, and at the end { tables } or { refused }.

const bytes = Buffer.from(workerData.bytes);
const onProgress = (progress) => parentPort.postMessage({ progress });

try {
  parentPort.postMessage({ tables: await readTables(bytes, workerData.name, onProgress) });
} catch (error) {
  if (!(error instanceof SheetRefused)) throw error;
  parentPort.postMessage({ refused: error.key });
}
