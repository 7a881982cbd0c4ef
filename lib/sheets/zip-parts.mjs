import { fromBufferPromise } from "yauzl";
import { limits, SheetRefused } from "./limits.mjs";

/**
 * Returns the parts of a zip by their names in small letters, because programs write them in either case. The sizes
 * that the zip states are checked before anything is unpacked, and the real ones while a part is read.
 */
export async function openParts(bytes) {
  const parts = new Map();
  let unpacked = 0;
  try {
    const zip = await fromBufferPromise(bytes);
    if (zip.entryCount > limits.entries) throw new SheetRefused("bomb");
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      const isSwollen =
        entry.uncompressedSize > 5_000_000 &&
        entry.uncompressedSize > entry.compressedSize * limits.ratio;
      if (isSwollen || unpacked > limits.unpackedBytes) throw new SheetRefused("bomb");
      if (entry.isEncrypted()) throw new SheetRefused("encrypted");
      parts.set(entry.fileName.toLowerCase(), () => readPart(zip, entry));
    }
  } catch (error) {
    throw asRefused(error);
  }
  return parts;
}

async function readPart(zip, entry) {
  try {
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    throw asRefused(error);
  }
}

function asRefused(error) {
  return error instanceof SheetRefused ? error : new SheetRefused("damaged");
}
