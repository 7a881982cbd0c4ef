/** Scripts that are written without spaces between words. */
const unspaced =
  "\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Han}";
const runs = new RegExp(
  `[${unspaced}]+|(?:(?![${unspaced}])[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lo}\\p{Nd}\\p{M}])+`,
  "gu",
);
const isUnspaced = new RegExp(`^[${unspaced}]`, "u");
/** Joiners and the zero-width space, with which some write words of those scripts and others do not. */
const zeroWidth = /[\u200b-\u200d\u2060]/gu;
/** "ŉ" becomes two characters when its mark is taken off, one of them a quotation mark. */
const unfoldable = /\u0149/gu;
const maxWordChars = 60;

/**
 * Returns a text as words to be found by, each once in its place: words of scripts with spaces as they are, small; of
 * scripts without, every two characters that follow one another, and the last one alone, because nobody says where a
 * word ends.
 */
export function toSearchWords(text: string): string[] {
  return runsIn(text).flatMap((run) =>
    isUnspaced.test(run) ? [...pairsOf(run), run.slice(-1)] : run,
  );
}

/** Neighbouring words as one: "Ha Noi" is found as "hanoi", "Wi-Fi" as "wifi". */
export function toJoinedWords(text: string): string[] {
  const words = runsIn(text);
  return words.slice(1).flatMap((word, index) => {
    const before = String(words[index]);
    return isUnspaced.test(before) || isUnspaced.test(word) ? [] : `${before}${word}`;
  });
}

/**
 * Returns what somebody searches for, as a query of PostgreSQL's text search before marks are taken off its letters:
 * every word, or its beginning, in any order; two or three words also as one. Null where there is no word in it.
 */
export function toSearchQuery(text: string): string | null {
  const words = runsIn(text);
  if (words.length === 0) return null;
  const all = words
    .map((word) => {
      const pairs = isUnspaced.test(word) ? pairsOf(word) : [];
      return pairs.length > 0 ? `(${pairs.map(quote).join(" <-> ")})` : `${quote(word)}:*`;
    })
    .join(" & ");
  const isSpaced = words.every((word) => !isUnspaced.test(word));
  return isSpaced && words.length > 1 && words.length < 4
    ? `(${all}) | ${quote(words.join(""))}:*`
    : all;
}

function runsIn(text: string): string[] {
  const plain = text.normalize("NFC").replaceAll(zeroWidth, "").replaceAll(unfoldable, "n");
  return (plain.toLowerCase().match(runs) ?? []).map((run) =>
    isUnspaced.test(run) ? run : run.slice(0, maxWordChars),
  );
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function quote(word: string) {
  return `'${word}'`;
}
