import { readFileSync } from "node:fs";

/** The namespaces of message keys: the outermost keys of the two English files. */
const namespaces = ["public", "office"].flatMap((file) =>
  Object.keys(JSON.parse(readFileSync(`messages/en/${file}.json`, "utf8"))),
);

/** Fields of open data whose names look like keys. */
const fieldNames = /progress\.(?:percent|doneWeight|wholeWeight)\b/u;

/** Texts that no page may show: a key without its message, a missing value, an object in a sentence. */
const neverShown = [
  // A key starts with its namespace: "public.projects.late", but not "data.example" or "a.csv".
  new RegExp(
    `(?<![\\w./@-])(?!${fieldNames.source})(?:${namespaces.join("|")})(?:\\.\\w+)+(?![\\w/@-])`,
    "gu",
  ),
  /\[object \w*\]?/gu,
  /(?<![\w-])undefined(?![\w-])/gu,
  /(?<![\w-])NaN(?![\w-])/gu,
  /Invalid Date/gu,
];

/** Attributes that are read aloud or shown, or that describe a page elsewhere. */
const shownAttribute =
  /\s(?:title|alt|aria-[a-z]+|placeholder|label|value|content|datetime)="([^"]*)"/gu;

/**
 * Returns the faults of an HTML page: what `neverShown` finds in its text and attributes, each once and with the words
 * around it. Scripts and styles are left out.
 */
export function faultsOf(html: string): string[] {
  const page = html
    .replaceAll(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gu, " ")
    // The value of an option is sent and not shown.
    .replaceAll(/(<option\b[^>]*?)\svalue="[^"]*"/gu, "$1");
  const attributes = [...page.matchAll(shownAttribute)].map(([, value]) => value);
  const shown = [page.replaceAll(/<[^>]*>/gu, " \u00b7 "), ...attributes].join(" \u00b7 ");
  return faultsIn(shown);
}

/** Returns the faults of a plain text. */
export function faultsIn(text: string): string[] {
  const found = neverShown.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index }) =>
      text.slice(Math.max(0, index - 40), index + 60).replaceAll(/[\s\u00b7]+/gu, " "),
    ),
  );
  return [...new Set(found)];
}
