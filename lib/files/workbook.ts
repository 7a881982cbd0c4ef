import "server-only";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { FileProblem } from "@/lib/domain/record/file";

/** Above any real workbook of 20 MB, and within what every spreadsheet program opens. */
const limits = { entries: 5_000, bytes: 300 * 1024 * 1024, ratio: 200 };

/**
 * Returns why a workbook is refused: it is broken, has macros, is locked, or unpacks to far more than its size.
 * Everything is unpacked once and discarded, because the sizes in its directory may be wrong.
 */
export async function problemOfWorkbook(path: string): Promise<FileProblem | null> {
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(() => null);
  if (!zip) return "workbook_broken";
  try {
    return await problemOfEntries(zip);
  } catch {
    // yauzl throws for names outside the folder, for wrong sizes and for data that cannot be unpacked.
    return "workbook_broken";
  } finally {
    zip.close();
  }
}

async function problemOfEntries(zip: ZipFile): Promise<FileProblem | null> {
  if (zip.entryCount > limits.entries) return "workbook_bomb";
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (isMacro(entry.fileName)) return "workbook_macros";
    if (entry.isEncrypted()) return "workbook_locked";
    entries.push(entry);
  }
  const unpacked = sum(entries.map((entry) => entry.uncompressedSize));
  const packed = sum(entries.map((entry) => entry.compressedSize));
  if (unpacked > limits.bytes || unpacked > packed * limits.ratio) return "workbook_bomb";
  if (!entries.some((entry) => entry.fileName === "[Content_Types].xml")) return "workbook_broken";
  for (const entry of entries) {
    if (entry.fileName.endsWith("/")) continue;
    await pipeline(await zip.openReadStreamPromise(entry), nowhere());
  }
  return null;
}

function isMacro(name: string) {
  return /(^|\/)(vbaProject[^/]*\.bin|macrosheets\/.*|vbaData\.xml)$/iu.test(name);
}

function nowhere() {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}
