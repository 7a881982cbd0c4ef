import fc from "fast-check";
import { expect, test } from "vitest";
import { compareWords, shortened } from "@/components/record/diff/words";
import { shiftOf } from "@/lib/domain/values/partial-date";

/** Returns one side as a text, with the marked words in brackets. */
function render(side: { text: string; isMarked: boolean }[]) {
  return side.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join("");
}

test.each([
  ["The old bridge", "The new bridge", "The [old ]bridge", "The [new ]bridge"],
  ["One.", "One. Two.", "One.", "One. [Two.]"],
  ["", "Something", "", "[Something]"],
  ["a\nb", "a b", "[a\nb]", "[a b]"],
  // Thai and Khmer are written without spaces between words.
  [
    "ระบบเมืองอัจฉริยะของภูเก็ต",
    "ระบบเมืองดิจิทัลของภูเก็ต",
    "ระบบเมือง[อัจฉริยะ]ของภูเก็ต",
    "ระบบเมือง[ดิจิทัล]ของภูเก็ต",
  ],
  ["ទីក្រុងឆ្លាតវៃបាត់ដំបង", "ទីក្រុងបាត់ដំបង", "ទីក្រុង[ឆ្លាតវៃ]បាត់ដំបង", "ទីក្រុងបាត់ដំបង"],
])("%j beside %j", (before, after, left, right) => {
  expect(compareWords(before, after).map(render)).toEqual([left, right]);
});

test("a long text is shortened to the parts around its changes, between whole characters", () => {
  const filler = "ស្ត្រី ".repeat(60);
  const [, after] = compareWords(`${filler}one ${filler}`, `${filler}two ${filler}`);
  const cut = shortened(after, 20);

  expect(cut.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(["two "]);
  expect(render(cut).length).toBeLessThan(100);
  const whole = new Set([...new Intl.Segmenter("en").segment(filler)].map((part) => part.segment));
  const shown = cut.filter(({ isMarked }) => !isMarked).map(({ text }) => text.replace(" … ", ""));
  for (const { segment } of new Intl.Segmenter("en").segment(shown.join(""))) {
    expect(whole).toContain(segment);
  }
  expect(shortened(compareWords("short text", "short words")[1], 20)).toEqual(
    compareWords("short text", "short words")[1],
  );
});

test("both sides contain their whole texts, and differing texts are marked", () => {
  const words = fc.array(fc.constantFrom("water", "ถนน", "ផ្លូវ", " ", "\n", ".", "2025"));
  fc.assert(
    fc.property(words, words, (some, others) => {
      const [before, after] = [some.join(""), others.join("")];
      fc.pre(before !== after);
      const sides = compareWords(before, after);
      expect(sides.map((side) => side.map(({ text }) => text).join(""))).toEqual([before, after]);
      expect(sides.flat().some(({ isMarked }) => isMarked)).toBe(true);
    }),
  );
});

test.each([
  ["2025", "2026", { unit: "year", count: 1 }],
  ["2025-06", "2025-12", { unit: "month", count: 6 }],
  ["2025-06", "2024-06", { unit: "year", count: -1 }],
  ["2025-06-30", "2025-07-14", { unit: "day", count: 14 }],
  ["2025-06-15", "2025-03-15", { unit: "month", count: -3 }],
  ["2026-12-31", "2027-06-30", { unit: "month", count: 6 }],
  ["2024-02-29", "2025-02-28", { unit: "year", count: 1 }],
  ["2025", "2026-06-30", { unit: "year", count: 1 }],
  ["2025", "2025-06", null],
  ["2025-06-30", "2025-06", null],
])("from %s to %s", (from, to, shift) => {
  expect(shiftOf(from, to)).toEqual(shift);
});
