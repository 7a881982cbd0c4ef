import { englishTexts, type localLanguages } from "@/lib/domain/record/local-parts";
import type { RecordFields } from "@/lib/domain/record/record";
import { englishHash, type Translation, translationId } from "@/lib/domain/record/translation";

/**
 * Texts that a page must show as they were typed: with HTML, placeholders of messages, Markdown, other scripts and
 * directions.
 */
export const awkward = {
  markup: `<5G> & "quotes" 'single' </p></script><b>bold</b> &amp; %20 \\n`,
  message: "{reason} {count, plural, other {#}} '{'{0}'}' <link>word</link>",
  emoji: "🚲 👩‍👩‍👧‍👦 🇹🇭 é ﷽",
  rightToLeft: "مدينة ذكية עיר חכמה",
  numbers: "0 −1 1e5 1,250.50 007 ๒๕๖๘ ½",
  longWord: "Smartcityinfrastructure".repeat(8),
  markdown: [
    "# A heading",
    `**Bold**, <5G>, [a link](https://one.example/?q=<5G>&x="1") and [none](javascript:alert(1)).`,
    "- one\n- two",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "<script>alert(1)</script>",
    `![a picture](https://one.example/x.png)`,
    "```\ncode {count}\n```",
  ].join("\n\n"),
};

/** Returns a text of this length, the maximum of its field. */
export function ofLength(length: number): string {
  return `${"A title that fills its field to the end. ".repeat(Math.ceil(length / 41))}`
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length, "x");
}

type Language = (typeof localLanguages)[number];

const samples: Partial<Record<Language, string>> = {
  th: "ข้อความของเมืองเป็นภาษาไทย",
  id: "Teks kota dalam bahasa Indonesia",
  km: "អត្ថបទរបស់ទីក្រុងជាភាសាខ្មែរ",
};

/**
 * Returns every text of a record in a language. The first text and every third one were written for an earlier English
 * text.
 */
export function inLanguage(fields: RecordFields, language: Language) {
  return englishTexts(fields).map(({ of, english }, place) => ({
    id: translationId(language, of),
    language,
    of,
    text: `${samples[language] ?? language} ${place + 1}`,
    englishHash: englishHash(place % 3 === 0 ? `${english} before` : english),
  })) satisfies Translation[];
}
