import { analyse } from "chardet";
import iconv from "iconv-lite";
import { SheetRefused } from "./limits.mjs";

/** Encodings other than Unicode in which files of the region come, the most frequent first. */
const oldEncodings = [
  "Windows-874",
  "Windows-1252",
  "Windows-1258",
  "GB18030",
  "Big5",
  "Shift_JIS",
  "EUC-KR",
];
const sampleBytes = 200_000;
/** With fewer letters that are not ASCII than this, the encoding is not certain. */
const enoughLetters = 20;

/**
 * Returns the text of a file and its encoding. UTF-8 and UTF-16 are recognised from their bytes. Of the old encodings,
 * Thai and Vietnamese are recognised from the positions of their letters and others by chardet. When that is not
 * certain, `asks` is true and `encodings` has those that are possible, because a wrong guess would be saved. UTF-8 with
 * a few broken bytes is `isBroken`: read in another encoding, all its other letters would be wrong.
 */
export function decodeText(bytes, selected) {
  if (selected !== undefined) return selectedText(bytes, selected);
  const unicode = byMark(bytes) ?? (bytes.includes(0) ? wideWithoutMark(bytes) : null);
  if (unicode) return { ...certain(bytes, unicode), encodings: [] };
  if (bytes.includes(0)) throw new SheetRefused("not_a_sheet");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: "UTF-8", encodings: [], asks: false, isBroken: false };
  } catch {
    return isMostlyUtf8(bytes) ? { ...certain(bytes, "UTF-8"), isBroken: true } : guessed(bytes);
  }
}

function selectedText(bytes, selected) {
  if (!iconv.encodingExists(selected)) throw new SheetRefused("encoding");
  return { ...certain(bytes, selected), encodings: possible(bytes, selected) };
}

function certain(bytes, encoding) {
  const text = iconv.decode(bytes, encoding).normalize("NFC");
  return { text, encoding, encodings: [], asks: false, isBroken: false };
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

/** Text of another encoding seldom has bytes in the order of UTF-8: here at least four of five letters have. */
function isMostlyUtf8(bytes) {
  const text = new TextDecoder("utf-8").decode(bytes);
  const foreign = text.match(/[^\0-\u007f]/gu) ?? [];
  const broken = foreign.filter((letter) => letter === "\ufffd").length;
  return foreign.length - broken >= broken * 4;
}

function guessed(bytes) {
  const sample = bytes.subarray(0, sampleBytes);
  const sure = sureEncoding(sample);
  const encodings = possible(bytes, sure);
  if (sure) return { ...certain(bytes, sure), encodings };
  const likeliest = encodings[0]?.name;
  if (!likeliest) throw new SheetRefused("encoding");
  return { ...certain(bytes, likeliest), encodings, asks: true };
}

function sureEncoding(sample) {
  if (looksThai(sample)) return "Windows-874";
  if (looksVietnamese(sample)) return "Windows-1258";
  const [best] = analyse(sample);
  const isSure =
    best &&
    best.confidence >= 60 &&
    iconv.encodingExists(best.name) &&
    sample.filter((byte) => byte > 0x7f).length >= enoughLetters;
  return isSure ? best.name : null;
}

/**
 * Returns the encodings in which every byte is a character: first the one that is used, then those that make the most
 * sense of the text.
 */
function possible(bytes, used) {
  const sample = bytes.subarray(0, sampleBytes);
  const named = analyse(sample)
    .map(({ name }) => name)
    .filter((name) => iconv.encodingExists(name) && !/^(utf|ascii)/iu.test(name));
  const first = firstForeign(sample);
  const texts = new Set();
  return [...new Set([...(used ? [used] : []), ...oldEncodings, ...named.slice(0, 3)])]
    .map((name) => ({ name, text: iconv.decode(sample, name) }))
    .filter(({ text }) => !texts.has(text) && texts.add(text))
    .map(({ name, text }) => ({ name, sense: name === used ? 2 : senseOf(text) }))
    .filter(({ sense }) => sense > 0)
    .sort((a, b) => b.sense - a.sense)
    .map(({ name }) => ({ name, sample: iconv.decode(first, name).normalize("NFC") }));
}

/**
 * Returns how many of the characters that are not ASCII are letters beside letters of the same script, from 0 to 1. A
 * text in the wrong encoding has marks without a letter below them, and letters of two scripts in one word.
 */
function senseOf(text) {
  if (/[\ufffd\u0080-\u009f\ue000-\uf8ff]/u.test(text)) return 0;
  const letters = [...text];
  const foreign = letters.flatMap((letter, at) => (letter > "\u007f" ? [at] : []));
  const sensible = foreign.filter((at) => {
    const own = scriptOf(letters[at]);
    const [before, after] = [letters[at - 1] ?? "", letters[at + 1] ?? ""].map(scriptOf);
    const isAlike = [before, after].every((other) => other === null || other === own);
    return own !== null && isAlike && !(before === null && /\p{M}/u.test(letters[at]));
  });
  return foreign.length === 0 ? 0 : sensible.length / foreign.length;
}

/** Returns the script of a letter; null for any other character. */
function scriptOf(letter) {
  if (/\p{Script=Latin}|\p{Script=Inherited}|\u20ab/u.test(letter)) return "Latin";
  if (/[\u0e01-\u0e3a\u0e40-\u0e5b]/u.test(letter)) return "Thai";
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u.test(letter))
    return "East Asian";
  return /\p{L}/u.test(letter) ? "other" : null;
}

/** Returns the bytes of the first cell that has letters which are not ASCII. */
function firstForeign(bytes) {
  const at = bytes.findIndex((byte) => byte > 0x7f);
  const ends = [...",;\t|\r\n"].map((mark) => mark.charCodeAt(0));
  const from = bytes.subarray(0, at).findLastIndex((byte) => ends.includes(byte)) + 1;
  const length = bytes.subarray(at).findIndex((byte) => ends.includes(byte));
  return bytes.subarray(from, Math.min(length < 0 ? bytes.length : at + length, from + 80));
}

/** Thai has no spaces between words: its letters stand in long runs, at the code positions of Thai. */
function looksThai(bytes) {
  const text = iconv.decode(bytes, "Windows-874");
  if (senseOf(text) < 0.95) return false;
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
