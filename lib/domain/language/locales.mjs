/**
 * The languages of the public pages, the first one first. A module of plain JavaScript: the server reads it before
 * anything is compiled.
 */
export const locales = /** @type {const} */ ([
  "en",
  "ms",
  "id",
  "fil",
  "th",
  "vi",
  "km",
  "lo",
  "my",
  "zh",
  "ta",
  "pt",
  "tet",
]);
