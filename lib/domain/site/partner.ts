/**
 * Returns the last part of the address of a partner's page, made from its name alone, so that everybody who writes the
 * name the same way, capitals and accents aside, means the same partner. A name that Latin letters cannot tell, or that
 * is longer than an address should be, has a short sum of its letters behind it.
 */
export function partnerSlug(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, (mark) => (mark < "\u0370" ? "" : mark))
    .replaceAll(/[đĐ]/gu, "d")
    .toLowerCase();
  const latin = plain.replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^-|-$/gu, "");
  const isWhole = latin.length <= maxChars && !/(?![a-z0-9])[\p{L}\p{N}]/u.test(plain);
  if (isWhole && latin !== "") return latin;
  const short = latin.slice(0, maxChars).replace(/-+$/u, "");
  return [short, sumOf(plain)].filter(Boolean).join("-");
}

/**
 * Returns the slugs of these partners by the ids of what names them: of the names as they were published, in no other
 * language.
 */
export function partnerSlugsOf(published: { id: string; name: string }[]): Map<string, string> {
  return new Map(published.map(({ id, name }) => [id, partnerSlug(name)]));
}

const maxChars = 80;

/** FNV-1a over code units, twice 32 bits from two beginnings, in base 36. */
function sumOf(text: string): string {
  return [0x811c9dc5, 0x9dc5811c]
    .map((beginning) => {
      let sum = beginning;
      for (let index = 0; index < text.length; index++)
        sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
      return (sum >>> 0).toString(36);
    })
    .join("");
}
