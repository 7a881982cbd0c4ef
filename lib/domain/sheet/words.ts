/** The words of sheets: the reader's messages of these namespaces. */
export type SheetWords = {
  fields: Record<string, unknown> & { items: Record<string, Record<string, string>> };
  choices: Record<string, Record<string, string>>;
  sheets: {
    /** What the records themselves are called, by kind. */
    kinds: Record<string, string>;
    columns: Record<string, string>;
    /** What evidence may be of, by kind. */
    claims: Record<string, string>;
    instructions: Record<string, string>;
  };
};

/** Returns the word of an option of a closed list; an option without one, a currency, is its own. */
export function choiceWord(words: SheetWords, list: string, option: string): string {
  return words.choices[list]?.[option] ?? option;
}

/** "Yes" or "No". */
export function yesNoWord(words: SheetWords, value: boolean): string {
  return choiceWord(words, "yesNo", String(value));
}
