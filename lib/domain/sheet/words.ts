/** The messages that sheets use, in the reader's language. */
export type SheetWords = {
  fields: Record<string, unknown> & { items: Record<string, Record<string, string>> };
  choices: Record<string, Record<string, string>>;
  sheets: {
    /** The names of the kinds of records. */
    kinds: Record<string, string>;
    columns: Record<string, string>;
    /** The names of what evidence can support, by kind. */
    claims: Record<string, string>;
    instructions: Record<string, string>;
  };
};

/** Returns the label of an option of a closed list; an option without one, such as a currency, is its own label. */
export function choiceWord(words: SheetWords, list: string, option: string): string {
  return words.choices[list]?.[option] ?? option;
}

/** Returns "Yes" or "No". */
export function yesNoWord(words: SheetWords, value: boolean): string {
  return choiceWord(words, "yesNo", String(value));
}
