/**
 * The languages of the public pages; the first one is the default. This is plain JavaScript, because the server reads
 * it before anything is compiled.
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
