import { toPlainDigits } from "@/lib/domain/values/digits";

/** Scripts that do not put spaces between words. */
const unspaced =
  "\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Han}";
const runs = new RegExp(
  `[${unspaced}]+|(?:(?![${unspaced}])[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lo}\\p{Nd}\\p{M}])+`,
  "gu",
);
const isUnspaced = new RegExp(`^[${unspaced}]`, "u");
/**
 * Characters without a width: joiners and the zero-width space, which some writers of those scripts use between words
 * and others do not; soft hyphens, from a text that was divided into lines; direction and byte order marks.
 */
const zeroWidth = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
/**
 * Thai SARA AM and Lao VOWEL SIGN AM are also typed as their two parts, with a tone mark before, between or behind them.
 * They become the one character after the tone mark.
 */
const vowelAm = [
  { found: /\u0e4d([\u0e48-\u0e4b]?)\u0e32/gu, by: "$1\u0e33" },
  { found: /\u0e33([\u0e48-\u0e4b])/gu, by: "$1\u0e33" },
  { found: /\u0ecd([\u0ec8-\u0ecb]?)\u0eb2/gu, by: "$1\u0eb3" },
  { found: /\u0eb3([\u0ec8-\u0ecb])/gu, by: "$1\u0eb3" },
];
/** "ŉ" becomes two characters when its mark is removed, one of them a quotation mark. */
const unfoldable = /\u0149/gu;
const maxWordChars = 60;
/** The longest name of a subject in any language has as many words. */
const maxPhraseWords = 10;
/** Words of a search beyond these name no subject. */
const maxSearched = 20;

/**
 * Returns the search words of a text in order. In scripts with spaces these are its words in lower case. In scripts
 * without spaces they are each pair of neighbouring characters and the last character alone, because word boundaries
 * are not known.
 */
export function toSearchWords(text: string): string[] {
  return runsIn(text).flatMap((run) =>
    isUnspaced.test(run) ? [...pairsOf(run), run.slice(-1)] : run,
  );
}

/** Returns pairs of neighbouring words joined into one, so that "Ha Noi" is found as "hanoi" and "Wi-Fi" as "wifi". */
export function toJoinedWords(text: string): string[] {
  const words = runsIn(text);
  return words.slice(1).flatMap((word, index) => {
    const before = String(words[index]);
    return isUnspaced.test(before) || isUnspaced.test(word) ? [] : `${before}${word}`;
  });
}

/** The search word of a subject: no search can hold it, because "#" is in no word. */
export function subjectWord(slug: string): string {
  return `#${slug}`;
}

/** Returns a text as one phrase to compare with others: its words in lower case, with single spaces. */
export function toPhrase(text: string): string {
  return runsIn(text).join(" ");
}

/** Returns every run of neighbouring words of a search text that may name a subject, each as `toPhrase` returns it. */
export function toPhrases(text: string): string[] {
  const words = runsIn(text).slice(0, maxSearched);
  return words.flatMap((_, from) =>
    words
      .slice(from, from + maxPhraseWords)
      .map((__, at) => words.slice(from, from + at + 1).join(" ")),
  );
}

/**
 * Returns a search text as a query for PostgreSQL's text search, before accents are removed: every word or its
 * beginning, in any order; two or three words also joined into one. A phrase that names subjects, by `subjects`, may
 * also be a subject of the project. Null when it has no words.
 */
export function toSearchQuery(
  text: string,
  subjects: ReadonlyMap<string, string[]> = new Map(),
): string | null {
  const words = runsIn(text);
  if (words.length === 0) return null;
  const parts: string[] = [];
  for (let from = 0; from < words.length; ) {
    const count = namingWords(words.slice(from, from + maxPhraseWords), subjects);
    const phrase = words.slice(from, from + Math.max(count, 1));
    const slugs = subjects.get(phrase.join(" ")) ?? [];
    const named = slugs.map((slug) => quote(subjectWord(slug)));
    const written = phrase.map(wordQuery).join(" & ");
    parts.push(named.length > 0 ? `((${written}) | ${named.join(" | ")})` : written);
    from += phrase.length;
  }
  const all = parts.join(" & ");
  const isSpaced = words.every((word) => !isUnspaced.test(word));
  return isSpaced && words.length > 1 && words.length < 4
    ? `(${all}) | ${quote(words.join(""))}:*`
    : all;
}

/** How many of these words, from the first one on, name subjects together; 0 where none do. */
function namingWords(words: string[], subjects: ReadonlyMap<string, string[]>): number {
  return words.findLastIndex((_, at) => subjects.has(words.slice(0, at + 1).join(" "))) + 1;
}

function wordQuery(word: string) {
  const pairs = isUnspaced.test(word) ? pairsOf(word) : [];
  return pairs.length > 0 ? `(${pairs.map(quote).join(" <-> ")})` : `${quote(word)}:*`;
}

function runsIn(text: string): string[] {
  const bare = text.normalize("NFC").replaceAll(zeroWidth, "").replaceAll(unfoldable, "n");
  const plain = vowelAm.reduce(
    (words, { found, by }) => words.replaceAll(found, by),
    toPlainDigits(bare),
  );
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
