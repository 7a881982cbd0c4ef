import { createHash } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { fromBufferPromise } from "yauzl";

/** Texts that were extracted before, because every role gets the same file. */
const known = new Map<string, Promise<string>>();

/**
 * Returns all text in an answer, also in packed files: the body, each file of an archive (workbooks and documents are
 * archives) with and without its tags, and the text of a PDF.
 */
export function textOf(body: Buffer): Promise<string> {
  const read = isZip(body) ? textOfZip : isPdf(body) ? textOfPdf : null;
  if (!read) return Promise.resolve(body.toString("utf8"));
  const hash = createHash("sha256").update(body).digest("hex");
  const text = known.get(hash) ?? read(body);
  known.set(hash, text);
  return text;
}

function isZip(body: Buffer) {
  return body.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";
}

function isPdf(body: Buffer) {
  return body.subarray(0, 5).toString("latin1") === "%PDF-";
}

async function textOfZip(body: Buffer): Promise<string> {
  const zip = await fromBufferPromise(body, { lazyEntries: true });
  const parts: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const part = await textOf(Buffer.concat(chunks));
    // A sentence may be split into several runs. It ends with a paragraph or a cell.
    const lines = part.replaceAll(/<\/(?:w:p|si|is|c|v)>/gu, "\n");
    parts.push(entry.fileName, part, lines.replaceAll(/<[^>]*>/gu, ""));
  }
  return parts.join("\n");
}

/** Returns the text of all pages and the metadata. A line that ends in a hyphen continues in the next one. */
async function textOfPdf(body: Buffer): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(body));
  const { text } = await extractText(pdf);
  const described = await pdf.getMetadata();
  await pdf.destroy();
  const words = text
    .join("\n")
    .replaceAll(/-\s*\n\s*/gu, "-")
    .replaceAll(/\s+/gu, " ");
  return `${words}\n${JSON.stringify(described.info)}`;
}
