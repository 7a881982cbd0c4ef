import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Returns the page that is shown when rendering a page failed, in its language. It keeps the reference from Next's
 * document, under which the log has the cause. `stylesheets` are those of a page that did not fail.
 *
 * @param {string} path the page's own, "/km/cities/phuket"
 * @param {string} shell
 * @param {string} stylesheets
 */
export function apologyPage(path, shell, stylesheets) {
  const { error } = wordsFor(path);
  const [, reference = "–"] = /(?:data-dgst="|digest\\*":\\*")(\w+)/u.exec(shell) ?? [];
  const text = error.text.replace("{reference}", reference);
  return plainPage(path, { title: error.title, text, stylesheets });
}

/**
 * Returns the page for an address that cannot be decoded.
 *
 * @param {string} path the page's own
 * @param {string} stylesheets
 */
export function badAddressPage(path, stylesheets) {
  return plainPage(path, { ...wordsFor(path).badAddress, stylesheets });
}

/**
 * Returns the page for a request that is refused because too many pages are being rendered.
 *
 * @param {string} path the page's own, or that of a form for signing in, which is in English
 * @param {number} seconds after which it may be requested again
 * @param {string} stylesheets
 */
export function busyPage(path, seconds, stylesheets) {
  const { busy } = wordsFor(path);
  const text = busy.text.replace("{seconds}", String(Math.max(2, seconds)));
  return plainPage(path, { title: busy.title, text, stylesheets });
}

/** @param {string} path @param {{ title: string, text: string, stylesheets: string }} words */
function plainPage(path, { title, text, stylesheets }) {
  const { language, frame, home } = wordsFor(path);
  return `<!DOCTYPE html><html lang="${language}" class="public"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="robots" content="noindex"/><title>${title} – ${frame.name}</title>${stylesheets}</head><body><main class="mx-auto max-w-page px-4 pb-16"><p class="pt-4"><a href="/${home}" class="font-bold text-h3 text-ink no-underline">${frame.name}</a></p><h1 class="max-w-text pt-8 pb-2 text-h1 font-bold">${title}</h1><p class="max-w-text text-lead">${text}</p></main></body></html>`;
}

/**
 * Returns the messages in the language of a path, or else in English; `home` is the language of the link to the home
 * page.
 * @param {string} path
 */
function wordsFor(path) {
  const [, locale = ""] = /^\/([a-z]{2,3})(?:\/|$)/u.exec(path) ?? [];
  const words = wordsIn(locale);
  return { home: words ? locale : "en", ...(words ?? wordsIn("en") ?? fallbackTexts) };
}

/** The texts for when the messages cannot be read. */
const fallbackTexts = {
  language: "en",
  frame: { name: "City Action Plans" },
  error: {
    title: "This page cannot be shown right now",
    text: "Wait a minute and load the page again. Reference: {reference}",
  },
  badAddress: {
    title: "This address is not valid",
    text: "Some of its characters are damaged.",
  },
  busy: {
    title: "Please try again in a moment",
    text: "Too many pages are being requested right now. Wait {seconds} seconds, then load the page again.",
  },
};

/** @type {Map<string, ReturnType<typeof readWords>>} read once each: they are asked for when there is much to do */
const read = new Map();

/** @param {string} locale */
function wordsIn(locale) {
  const words = read.get(locale) ?? readWords(locale);
  // A language that does not exist is not kept.
  if (words) read.set(locale, words);
  return words;
}

/** @param {string} locale */
function readWords(locale) {
  try {
    const file = join(process.cwd(), "messages", locale, "public.json");
    const { frame, error, badAddress, busy } = JSON.parse(readFileSync(file, "utf8")).public;
    return { language: locale === "zh" ? "zh-Hans" : locale, frame, error, badAddress, busy };
  } catch {
    return null;
  }
}
