import { parentPort, workerData } from "node:worker_threads";
import { SheetRefused } from "./limits.mjs";
import { readTables } from "./read-tables.mjs";

// Reads an uploaded file in a worker thread with memory of its own, because its content is not trusted and pages must
// not wait for it. Posts { progress } now and then, and at the end { tables } or { refused }.

const bytes = Buffer.from(workerData.bytes);
const onProgress = (progress) => parentPort.postMessage({ progress });

try {
  const { name, separator, encoding } = workerData;
  parentPort.postMessage({
    tables: await readTables(bytes, name, onProgress, { separator, encoding }),
  });
} catch (error) {
  if (!(error instanceof SheetRefused)) throw error;
  parentPort.postMessage({ refused: error.key, rows: error.rows });
}
