/** A title by which a project can be found: its own, a former one, or one in a local language. */
export type KnownTitle = { recordId: string; title: string };

const invisible = /[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Returns the key by which titles are the same: white space of every kind, case and invisible characters are alike. */
export function titleKey(title: string): string {
  return title
    .normalize("NFC")
    .replaceAll(invisible, "")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .toLocaleLowerCase("en");
}

/** Returns a title as letters and digits, with "and" for "&" and without accents of Latin letters. */
function looseKey(title: string): string {
  return titleKey(title)
    .replaceAll("&", " and ")
    .normalize("NFKD")
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .replaceAll(/[^\p{L}\p{M}\p{Nd}]+/gu, " ")
    .trim();
}

/** At least this fraction of the pieces of two titles is common when one is a typing error of the other. */
const alike = 0.7;

/** Finds projects whose title is nearly a given one, by pieces of three characters. */
export class NearTitles {
  private readonly byLoose = new Map<string, Set<string>>();
  private readonly byPiece = new Map<string, number[]>();
  private readonly titles: { recordId: string; pieces: number; digits: string }[] = [];

  constructor(known: KnownTitle[]) {
    for (const { recordId, title } of known) {
      const loose = looseKey(title);
      if (loose === "") continue;
      const same = this.byLoose.get(loose);
      if (same?.has(recordId)) continue;
      if (same) same.add(recordId);
      else this.byLoose.set(loose, new Set([recordId]));
      const pieces = piecesOf(loose);
      for (const piece of pieces) {
        const own = this.byPiece.get(piece);
        if (own) own.push(this.titles.length);
        else this.byPiece.set(piece, [this.titles.length]);
      }
      this.titles.push({ recordId, pieces: pieces.size, digits: digitsOf(loose) });
    }
  }

  /** Returns the records of the titles that are nearly this one, the most alike first; at most three. */
  near(title: string): string[] {
    const loose = looseKey(title);
    const same = this.byLoose.get(loose);
    if (same) return [...same].slice(0, 3);
    const pieces = piecesOf(loose);
    const common = new Map<number, number>();
    for (const piece of pieces)
      for (const at of this.byPiece.get(piece) ?? []) common.set(at, (common.get(at) ?? 0) + 1);
    const digits = digitsOf(loose);
    const scored = [...common].flatMap(([at, count]) => {
      const of = this.titles[at];
      if (!of || of.digits !== digits) return [];
      const score = (2 * count) / (pieces.size + of.pieces);
      return score >= alike ? [{ recordId: of.recordId, score }] : [];
    });
    const best = scored.sort((a, b) => b.score - a.score).map(({ recordId }) => recordId);
    return [...new Set(best)].slice(0, 3);
  }
}

function piecesOf(text: string): Set<string> {
  const characters = [...`  ${text} `];
  return new Set(
    characters.slice(2).map((_, index) => characters.slice(index, index + 3).join("")),
  );
}

/** "Phase 1" and "Phase 2" are two projects. */
function digitsOf(text: string) {
  return (text.match(/\p{Nd}+/gu) ?? []).join(" ");
}
