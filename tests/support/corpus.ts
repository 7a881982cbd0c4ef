import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import readWithOther from "read-excel-file/node";
import type { ReadCell, SheetTable } from "@/lib/domain/sheet/table";

/** What became of the workbooks of a folder. */
type Corpus = {
  files: number;
  read: number;
  /** How many files were refused, by the reason. */
  refused: Record<string, number>;
  /** How many cells both readers have, and the places where ours has nothing and the other one has something. */
  cells: number;
  lost: string[];
  seconds: number;
  slowest: { file: string; seconds: number };
  peakMb: number;
};

/** Reads every workbook under a folder as an upload is read, and the XLSX ones with another reader too. */
export async function readCorpus(folder: string): Promise<Corpus> {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const corpus: Corpus = {
    files: 0,
    read: 0,
    refused: {},
    cells: 0,
    lost: [],
    seconds: 0,
    slowest: { file: "", seconds: 0 },
    peakMb: 0,
  };
  for (const file of found.filter((name) => /\.(xlsx|xlsm|xlsb|xls|ods|csv)$/iu.test(name))) {
    const bytes = readFileSync(join(folder, file));
    const began = Date.now();
    const read = await readInWorker(file, bytes);
    const seconds = (Date.now() - began) / 1000;
    corpus.files += 1;
    corpus.seconds += seconds;
    if (seconds > corpus.slowest.seconds) corpus.slowest = { file, seconds };
    corpus.peakMb = Math.max(corpus.peakMb, process.memoryUsage().rss / 1e6);
    if ("refused" in read) {
      corpus.refused[read.refused] = (corpus.refused[read.refused] ?? 0) + 1;
      continue;
    }
    corpus.read += 1;
    if (/\.xls[xm]$/iu.test(file)) await compare(file, bytes, read.tables, corpus);
  }
  return corpus;
}

type Read = { tables: SheetTable[] } | { refused: string };

/** Reads a file in a thread of its own with the limits of lib/sheets/read-sheet.ts. */
async function readInWorker(name: string, bytes: Buffer): Promise<Read> {
  const worker = new Worker(join(process.cwd(), "lib", "sheets", "worker.mjs"), {
    workerData: { name, bytes: new Uint8Array(bytes) },
    resourceLimits: { maxOldGenerationSizeMb: 200, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  try {
    return await new Promise<Read>((resolve, reject) => {
      worker.on("message", (message) => {
        if (!("progress" in message)) resolve(message);
      });
      worker.on("error", (error: NodeJS.ErrnoException) =>
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? resolve({ refused: "too_much" })
          : reject(error),
      );
    });
  } finally {
    await worker.terminate();
  }
}

async function compare(file: string, bytes: Buffer, tables: SheetTable[], corpus: Corpus) {
  // The other reader refuses more files; those are not compared.
  const others = await readWithOther(bytes).catch(() => []);
  for (const { sheet, data } of others) {
    const table = tables.find((candidate) => candidate.name === sheet);
    const rows = new Map(table?.rows.map((row) => [row.at, row.cells]));
    // It has no cells of a sheet that is a chart.
    for (const [index, cells] of (data ?? []).entries())
      for (const [column, value] of cells.entries()) {
        if (value === null || String(value).trim() === "") continue;
        corpus.cells += 1;
        if (isBlank(rows.get(index + 1)?.[column]))
          corpus.lost.push(`${file} ${sheet} row ${index + 1} column ${column + 1}: ${value}`);
      }
  }
}

function isBlank(cell: ReadCell | undefined) {
  return (typeof cell === "string" ? cell : (cell?.text ?? "")).trim() === "";
}
