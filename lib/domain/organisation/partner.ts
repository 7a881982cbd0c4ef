/**
 * Returns the last part of the address of the page of a partner whose name means no organisation, made from the name
 * alone: names that differ only in capitals and accents share one page. A hash is added to a name that Latin letters
 * cannot represent, or that is too long for an address.
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

/** Returns the slugs of a project's partners by the ids of their entries: of the organisations that are meant, else of the names. */
export function partnerSlugsOf(
  partners: { id: string; name: string }[],
  organisations: Record<string, { slug: string }>,
): Map<string, string> {
  return new Map(
    partners.map(({ id, name }) => [id, organisations[id]?.slug ?? partnerSlug(name)]),
  );
}

const maxChars = 80;

/** Returns two FNV-1a hashes (32 bits each, with different start values) over code units, in base 36. */
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
