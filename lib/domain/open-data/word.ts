/** Returns a choice as open data spells it, like the names of fields: "not_stated" → "notStated". */
export function toWord(choice: string): string {
  return choice.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
