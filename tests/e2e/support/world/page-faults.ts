import { readdirSync } from "node:fs";

/** The first words of keys: each file of messages is one, as messages/en/index.ts names it. */
const namespaces = readdirSync("messages/en")
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -5).replaceAll(/-(\w)/gu, (_, letter) => letter.toUpperCase()));

/** Fields of open data whose names look like keys. */
const fieldNames = /progress\.(?:percent|doneWeight|wholeWeight)\b/u;

/** What no page shows to anybody: a key without words, a value that is none, an object put into a sentence. */
const neverShown = [
  // The words of a key follow its namespace: "public.projects.late", never "data.example" or "a.csv".
  new RegExp(
    `(?<![\\w./@-])(?!${fieldNames.source})(?:${namespaces.join("|")})(?:\\.\\w+)+(?![\\w/@-])`,
    "gu",
  ),
  /\[object \w*\]?/gu,
  /(?<![\w-])undefined(?![\w-])/gu,
  /(?<![\w-])NaN(?![\w-])/gu,
  /Invalid Date/gu,
];

/** What a reader could meet: attributes that are read out or shown, and what describes a page elsewhere. */
const shownAttribute =
  /\s(?:title|alt|aria-[a-z]+|placeholder|label|value|content|datetime)="([^"]*)"/gu;

/**
 * Returns what is wrong with what a page of HTML shows: what `neverShown` finds in its text and its attributes, each
 * once, with the words around it. What only programs read, scripts and styles, is left out.
 */
export function faultsOf(html: string): string[] {
  const page = html.replaceAll(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gu, " ");
  const attributes = [...page.matchAll(shownAttribute)].map(([, value]) => value);
  const shown = [page.replaceAll(/<[^>]*>/gu, " \u00b7 "), ...attributes].join(" \u00b7 ");
  return faultsIn(shown);
}

/** Returns the same in plain text. */
export function faultsIn(text: string): string[] {
  const found = neverShown.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index }) =>
      text.slice(Math.max(0, index - 40), index + 60).replaceAll(/[\s\u00b7]+/gu, " "),
    ),
  );
  return [...new Set(found)];
}
