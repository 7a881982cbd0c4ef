import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

// Loaded into the server under test: on SIGUSR2 it collects garbage and writes down how many bytes are still in use.
const file = join(process.env["DATA_DIR"] ?? "", "heap");

process.on("SIGUSR2", async () => {
  // What one collection frees lets the next free more.
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await wait(100);
  }
  writeFileSync(`${file}.new`, String(process.memoryUsage().heapUsed));
  renameSync(`${file}.new`, file);
});
