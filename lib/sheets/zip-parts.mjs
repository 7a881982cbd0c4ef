import { posix } from "node:path";
import { fromBufferPromise } from "yauzl";
import { limits, SheetRefused } from "./limits.mjs";
import { readXml } from "./xml-reader.mjs";

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
      const size = entry.uncompressedSize;
      parts.set(entry.fileName.toLowerCase(), { size, chunks: () => chunksOf(zip, entry) });
    }
  } catch (error) {
    throw asRefused(error);
  }
  return parts;
}

async function* chunksOf(zip, entry) {
  try {
    yield* await zip.openReadStreamPromise(entry);
  } catch (error) {
    throw asRefused(error);
  }
}

function asRefused(error) {
  return error instanceof SheetRefused ? error : new SheetRefused("damaged");
}

/** Returns all bytes of a part. */
export async function bytesOf(part) {
  const chunks = [];
  for await (const chunk of part.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * Returns what a part of an Office document is related to: by id, the last word of the type and the name of the other
 * part in small letters. The document itself is the part "".
 */
export async function relationsOf(parts, name) {
  const { dir, base } = posix.parse(name);
  const part = parts.get(posix.join(dir, "_rels", `${base}.rels`));
  const related = new Map();
  if (!part) return related;
  await readXml(part.chunks(), {
    open: ({ name: tag, attributes }) => {
      if (tag !== "Relationship") return;
      const target = (attributes.Target ?? "").replaceAll("\\", "/").toLowerCase();
      related.set(attributes.Id, {
        type: (attributes.Type ?? "").split("/").at(-1),
        name: target.startsWith("/") ? target.slice(1) : posix.join(dir, target),
      });
    },
  });
  return related;
}
