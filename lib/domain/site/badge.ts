/** The two texts of a badge: its subject, and its statement. */
export type BadgeWords = { name: string; says: string };

const height = 28;
const padding = 10;
const maxChars = 48;

/**
 * Returns a badge as SVG without script or style. Each text gets a computed width, so that it fits with any font of the
 * reader's system.
 */
export function badgeSvg({ name, says }: BadgeWords): string {
  const left = partOf(shortened(name));
  const right = partOf(shortened(says));
  const width = left.width + right.width;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" role="img" aria-label="${escaped(`${name}: ${says}`)}"><title>${escaped(`${name}: ${says}`)}</title><rect width="${width}" height="${height}" rx="4" fill="#0b5a6e"/><path d="M${left.width} 0h${right.width - 4}a4 4 0 0 1 4 4v${height - 8}a4 4 0 0 1-4 4h-${right.width - 4}z" fill="#f4f5f7"/><g font-family="system-ui,Verdana,sans-serif" font-size="13">${textAt(padding, "#ffffff", left)}${textAt(left.width + padding, "#1b2330", right)}</g></svg>`;
}

type Part = { text: string; length: number; width: number };

function partOf(text: string): Part {
  const length = Math.ceil([...text].reduce((sum, letter) => sum + widthOf(letter), 0));
  return { text, length, width: length + 2 * padding };
}

function textAt(x: number, color: string, { text, length }: Part) {
  return `<text x="${x}" y="19" fill="${color}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
}

/** Returns an estimated width in pixels at 13 px: combining marks have none, Chinese characters are square. */
function widthOf(letter: string) {
  if (/\p{M}/u.test(letter)) return 0;
  if (/\p{Script=Han}/u.test(letter)) return 13;
  if (/[\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tamil}]/u.test(letter)) return 11;
  return /[\p{Lu}mw%]/u.test(letter) ? 9 : 7;
}

function shortened(text: string) {
  const letters = [...text];
  return letters.length > maxChars ? `${letters.slice(0, maxChars - 1).join("")}…` : text;
}

function escaped(text: string) {
  return text.replaceAll(/[&<>"]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}
