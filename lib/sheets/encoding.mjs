import { analyse } from "chardet";
import iconv from "iconv-lite";
import { SheetRefused } from "./limits.mjs";

const oldOffice = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Returns the text of a file and its encoding. UTF-8 and UTF-16 are recognised from their bytes. Of the old one-byte
 * encodings, Thai and Vietnamese are recognised from the positions of their letters and others by chardet. When chardet
 * is not certain the file is refused, because a wrong guess would be saved.
 */
export function decodeText(bytes) {
  if (bytes.subarray(0, 4).equals(oldOffice)) throw new SheetRefused("old_excel");
  const marked = byMark(bytes);
  if (marked) return decoded(bytes, marked);
  if (bytes.includes(0)) {
    const wide = wideWithoutMark(bytes);
    if (wide) return decoded(bytes, wide);
    throw new SheetRefused("not_a_sheet");
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return decoded(bytes, guess(bytes));
  }
}

function decoded(bytes, encoding) {
  return { text: iconv.decode(bytes, encoding).normalize("NFC"), encoding };
}

function byMark(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16BE";
  return null;
}

/** In UTF-16 each Latin letter has a zero byte beside it, always on the same side. */
function wideWithoutMark(bytes) {
  const sample = bytes.subarray(0, 2_000);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] += 1;
  const half = sample.length / 2;
  if (zeros[1] > half * 0.3 && zeros[0] === 0) return "UTF-16LE";
  return zeros[0] > half * 0.3 && zeros[1] === 0 ? "UTF-16BE" : null;
}

function guess(bytes) {
  const sample = bytes.subarray(0, 200_000);
  if (looksThai(sample)) return "Windows-874";
  if (looksVietnamese(sample)) return "Windows-1258";
  const [best] = analyse(sample);
  if (best && best.confidence >= 60 && iconv.encodingExists(best.name)) return best.name;
  throw new SheetRefused("encoding");
}

/** Thai has no spaces between words: its letters stand in long runs, at the code positions of Thai. */
function looksThai(bytes) {
  const text = iconv.decode(bytes, "Windows-874");
  const foreign = [...text].filter((letter) => letter > "\u007f");
  const thai = foreign.filter((letter) => /\p{Script=Thai}/u.test(letter));
  const inRuns = (text.match(/\p{Script=Thai}{4,}/gu) ?? []).join("").length;
  return thai.length >= foreign.length * 0.95 && inRuns >= thai.length * 0.6;
}

/** Vietnamese has tone marks after its vowels; in other encodings those positions hold letters. */
function looksVietnamese(bytes) {
  const text = iconv.decode(bytes, "Windows-1258");
  const tones = text.match(/[\u0300\u0301\u0303\u0309\u0323]/gu)?.length ?? 0;
  const atVowels = text.match(/[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/giu)?.length ?? 0;
  return tones > 0 && atVowels === tones && /[ăâđêôơư]/iu.test(text);
}
