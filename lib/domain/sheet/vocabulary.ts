import { headingWords, optionWords } from "@/lib/domain/sheet/frequent-words";

/** What words of many languages mean: headings of columns, and options of closed lists. */
export type SheetVocabulary = {
  /** The fields of a project that a heading can mean, the likeliest first. */
  fieldsOf: (heading: string) => string[];
  /** The option of a list that a word means; null when none is known. */
  optionOf: (list: string, word: string) => string | null;
};

/** A word with what it means. */
export type Meaning = { word: string; of: string };

/**
 * Makes a vocabulary from the names that the interface has for fields and options, by list, in each of its languages,
 * and from words that are frequent in cities' own files.
 */
export function toVocabulary(
  fields: Meaning[],
  options: (Meaning & { list: string })[],
): SheetVocabulary {
  const headings = new Map<string, string[]>();
  const add = (word: string, of: string) => {
    const key = wordKey(word);
    const known = headings.get(key) ?? [];
    if (key !== "" && !known.includes(of)) headings.set(key, [...known, of]);
  };
  for (const [of, words] of Object.entries(headingWords))
    for (const word of words.split("|")) add(word, of);
  for (const { word, of } of fields) add(word, of);

  const meanings = new Map<string, string | null>();
  const addOption = (list: string, word: string, of: string) => {
    const key = `${list} ${wordKey(word) || word.trim()}`;
    const known = meanings.get(key);
    // A word that means two options of one list in two languages is not guessed.
    meanings.set(key, known === undefined || known === of ? of : null);
  };
  for (const [list, each] of Object.entries(optionWords))
    for (const [of, words] of Object.entries(each))
      for (const word of words.split("|")) addOption(list, word, of);
  for (const { list, word, of } of options) addOption(list, word, of);
  return {
    fieldsOf: (heading) => fieldsIn(headings, heading),
    optionOf: (list, word) => meanings.get(`${list} ${wordKey(word) || word.trim()}`) ?? null,
  };
}

/** Looks for the whole heading, then without what stands in brackets, then for the part after or before a slash. */
function fieldsIn(headings: Map<string, string[]>, heading: string): string[] {
  const bare = heading.replaceAll(/[([（【].*?[)\]）】]/gu, " ");
  const parts = bare.split(/[/|\n:：]/u);
  const tried = [heading, bare, ...parts].map(wordKey).filter((key) => key !== "");
  return [...new Set(tried.flatMap((key) => headings.get(key) ?? []))];
}

/** Returns a word in small letters, without punctuation and numbering. */
function wordKey(word: string): string {
  return word
    .normalize("NFKC")
    .toLocaleLowerCase("en")
    .replaceAll(/[\u200b-\u200f\u00ad\ufeff]/gu, "")
    .replaceAll(/^[\p{Nd}.)\s]+(?=\p{L})/gu, "")
    .replaceAll(/[^\p{L}\p{M}\p{Nd}₫฿₱៛₭€$✓✔'-]+/gu, " ")
    .trim();
}
