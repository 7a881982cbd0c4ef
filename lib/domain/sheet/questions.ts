/** A word of the file for which a closed list has no option, or that was answered before. */
export type WordQuestion = {
  /** The list that the word is to be one of: "stage", "focusAreas". */
  list: string;
  word: string;
  /** The number of cells with the word. */
  count: number;
  /** The option that the word most likely stands for. */
  guess: string | null;
  answer: string | null;
};

/** A column in which a number or a day can be read in two ways, or one number stands for several merged cells. */
export type ColumnQuestion = {
  kind: "numbers" | "dates" | "merged";
  sheet: string;
  column: number;
  count: number;
  examples: string[];
  answer: string | null;
};

/** A title that is nearly that of projects of the plan. */
export type TitleQuestion = {
  key: string;
  title: string;
  count: number;
  like: { id: string; title: string }[];
  answer: string | null;
};

export type Questions = {
  words: WordQuestion[];
  columns: ColumnQuestion[];
  titles: TitleQuestion[];
};

/** Examples that are shown of a column. */
const maxExamples = 4;

/** Collects what has to be asked about a file while it is read: each question once, however many cells it is about. */
export class QuestionList {
  private readonly words = new Map<string, WordQuestion>();
  private readonly columns = new Map<string, ColumnQuestion>();
  private readonly titles = new Map<string, TitleQuestion>();

  get all(): Questions {
    return {
      words: [...this.words.values()],
      columns: [...this.columns.values()],
      titles: [...this.titles.values()],
    };
  }

  addWord(question: Omit<WordQuestion, "count">) {
    const key = `${question.list} ${question.word.toLocaleLowerCase("en")}`;
    const known = this.words.get(key);
    if (known) known.count += 1;
    else this.words.set(key, { ...question, count: 1 });
  }

  addColumn(question: Omit<ColumnQuestion, "count" | "examples">, example: string) {
    const key = `${question.kind} ${question.sheet}!${question.column}`;
    const known = this.columns.get(key);
    if (!known) this.columns.set(key, { ...question, count: 1, examples: [example] });
    else {
      known.count += 1;
      if (known.examples.length < maxExamples && !known.examples.includes(example))
        known.examples.push(example);
    }
  }

  addTitle(question: Omit<TitleQuestion, "count">) {
    const known = this.titles.get(question.key);
    if (known) known.count += 1;
    else this.titles.set(question.key, { ...question, count: 1 });
  }
}
