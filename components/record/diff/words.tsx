import { diffArrays } from "diff";

/** A part of a text, and whether the other side lacks it. */
export type Stretch = { text: string; isMarked: boolean };

/**
 * Returns both sides of a changed text with the differing words marked; the parts of a side make up its text exactly.
 * Words are split by Unicode's rules and dictionaries, so that Thai, Khmer, Lao and Burmese, which have no spaces, are
 * compared by word too.
 */
export function compareWords(before: string, after: string): [Stretch[], Stretch[]] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  const parts = diffArrays(left, right, {
    comparator: (a, b) => a.trim() === b.trim(),
    // The limit in milliseconds, so that two long and different texts do not take more of the server's time: then
    // everything is marked.
    timeout: 250,
  });
  // When only spaces differ, no word differs: then everything is marked.
  if (!parts?.some((part) => part.added || part.removed)) return [whole(before), whole(after)];
  const sides: [Stretch[], Stretch[]] = [[], []];
  for (const { count, added, removed } of parts) {
    if (!added) sides[0].push({ text: left.splice(0, count).join(""), isMarked: removed });
    if (!removed) sides[1].push({ text: right.splice(0, count).join(""), isMarked: added });
  }
  return sides;
}

/** Returns the parts with unchanged text cut down to `around` characters beside each change. */
export function shortened(stretches: Stretch[], around: number): Stretch[] {
  return stretches.map((stretch, index) => {
    const { text, isMarked } = stretch;
    const head = index === 0 ? 0 : around;
    const tail = index === stretches.length - 1 ? 0 : around;
    // A cut that is hardly longer than its sign is not made.
    if (isMarked || text.length <= head + tail + 40) return stretch;
    return { text: `${startOf(text, head)} … ${endOf(text, tail)}`, isMarked };
  });
}

/** Text is cut between characters as readers see them (grapheme clusters). */
function startOf(text: string, length: number) {
  return length === 0 ? "" : text.slice(0, graphemes.segment(text).containing(length)?.index);
}

function endOf(text: string, length: number) {
  if (length === 0) return "";
  return text.slice(graphemes.segment(text).containing(text.length - length)?.index ?? 0);
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Shows one side of a changed text with its line breaks. */
export function MarkedText({ stretches, as }: { stretches: Stretch[]; as: "del" | "ins" }) {
  return (
    <span
      className={`whitespace-pre-wrap ${stretches.some(({ text }) => isTall(text)) ? "leading-loose" : ""}`}
    >
      {stretches.map(({ text, isMarked }, index) =>
        isMarked ? (
          // A stretch has nothing but its place to be told by, and the list never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <ChangedText key={index} as={as}>
            {text}
          </ChangedText>
        ) : (
          text
        ),
      )}
    </span>
  );
}

/** Shows removed text struck through and added text underlined; colour is not needed to tell them apart. */
export function ChangedText({
  as: Tag,
  children,
}: {
  as: "del" | "ins";
  children: React.ReactNode;
}) {
  return (
    <Tag
      className={
        Tag === "del"
          ? "bg-removed decoration-warning decoration-2"
          : "bg-added decoration-accent decoration-2 underline-offset-4"
      }
    >
      {children}
    </Tag>
  );
}

/** Returns true when a text has Thai, Lao, Burmese or Khmer letters, whose marks the underline must not touch. */
function isTall(text: string) {
  return /\p{Script=Thai}|\p{Script=Lao}|\p{Script=Myanmar}|\p{Script=Khmer}/u.test(text);
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Returns the words of a text, each with the white space after it. */
function wordsOf(text: string) {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = words.at(-1);
    if (segment.trim() === "" && last !== undefined) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

function whole(text: string): Stretch[] {
  return text === "" ? [] : [{ text, isMarked: true }];
}
