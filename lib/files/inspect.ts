import "server-only";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import {
  type FileProblem,
  fileLimits,
  isMediaType,
  type MediaType,
} from "@/lib/domain/record/file";
import { problemOfWorkbook } from "@/lib/files/workbook";

/**
 * Returns the media type of a file by its bytes, or why such a file is refused. Its name and the type stated by its
 * sender do not count.
 */
export async function inspectFile(
  path: string,
): Promise<{ mediaType: MediaType } | { problem: FileProblem }> {
  const { size } = await stat(path);
  if (size === 0) return { problem: "empty" };
  if (size > fileLimits.file) return { problem: "too_large" };

  // A broken archive may make the detection throw: then the file is refused.
  const found = await fileTypeFromFile(path).catch(() => ({ mime: "unreadable" }));
  if (!found) return (await problemOfText(path)) ?? { mediaType: "text/csv" };
  // Every reader shows an animated PNG as a PNG; its first picture is stored.
  const mime = found.mime === "image/apng" ? "image/png" : found.mime;
  if (!isMediaType(mime)) return { problem: problemOfOther(mime) };
  const problem =
    mime === "application/pdf"
      ? await problemOfPdf(path, size)
      : mime.includes("spreadsheetml")
        ? await problemOfWorkbook(path)
        : null;
  return problem ? { problem } : { mediaType: mime };
}

function problemOfOther(mime: string): FileProblem {
  if (/xml|html|svg/u.test(mime) && !mime.includes("officedocument")) return "markup";
  if (/^image\/hei[cf]/u.test(mime)) return "heic";
  if (mime.startsWith("application/vnd.ms-excel") && mime.includes("macroenabled"))
    return "workbook_macros";
  // Excel puts a password-protected workbook into the older container format that .xls files use.
  if (mime === "application/x-cfb") return "workbook_locked";
  return "kind";
}

/** A PDF states where it ends. More bytes after that are a damaged file, or two files in one. */
async function problemOfPdf(path: string, size: number): Promise<FileProblem | null> {
  const file = await open(path);
  try {
    const tail = Buffer.alloc(Math.min(size, 2048));
    await file.read(tail, 0, tail.length, size - tail.length);
    return tail.includes("%%EOF") ? null : "pdf_broken";
  } finally {
    await file.close();
  }
}

const markup =
  /<\s*(?:!doctype|!--|\?xml|\?php|\/?(?:html|head|body|script|svg|iframe|object|embed|style|link|meta|img|form|a)\b)/iu;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;
const separator = /[,;\t]/u;
/** Bytes kept between two chunks, so that a marker on their border is found. */
const overlap = 64;

/**
 * Returns null for a possible CSV: UTF-8 text without control characters and markup, with columns in its first line.
 */
async function problemOfText(path: string): Promise<{ problem: FileProblem } | null> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let seen = "";
  let firstLine = "";
  let isFirstLine = true;
  try {
    for await (const chunk of createReadStream(path)) {
      const text = decoder.decode(chunk, { stream: true });
      if (control.test(text)) return { problem: "kind" };
      seen = seen.slice(-overlap) + text;
      if (markup.test(seen)) return { problem: "markup" };
      if (!isFirstLine) continue;
      const [line = "", ...more] = text.split(/[\r\n]/u);
      firstLine += line;
      isFirstLine = more.length === 0;
    }
    decoder.decode();
  } catch (error) {
    // Thrown for bytes that are not UTF-8.
    if (error instanceof TypeError) return { problem: "text_encoding" };
    throw error;
  }
  return separator.test(firstLine) ? null : { problem: "kind" };
}
