import "server-only";
import sharp from "sharp";

/** The texts of a picture for shared links, in Latin script: few systems have fonts for all our scripts. */
export type CardWords = { place: string; title: string; facts: string[]; foot: string };

const size = { width: 1200, height: 630 } as const;
const margin = 72;
const ink = "#1b2330";
const accent = "#0b5a6e";
const muted = "#4d5766";

// Pictures are drawn one after the other, so that memory holds only one.
let before: Promise<unknown> = Promise.resolve();

/** Draws a PNG of 1200 × 630 pixels for shared links, with the system's fonts. */
export function drawCard(words: CardWords): Promise<Buffer> {
  const turn = before.then(() => drawNow(words));
  before = turn.catch(() => {});
  return turn;
}

async function drawNow({ place, title, facts, foot }: CardWords): Promise<Buffer> {
  const lines = [
    await textOf(place, { points: 34, color: accent, height: 48 }),
    await textOf(title, {
      points: pointsFor(title),
      color: ink,
      height: 260,
      isBold: true,
    }),
    await textOf(facts.join("   ·   "), { points: 36, color: ink, height: 104 }),
  ];
  let top: number = margin;
  const layers = lines.flatMap((line, index) => {
    if (!line) return [];
    const at = { input: line.data, left: margin, top };
    top += line.info.height + (index === 0 ? 28 : 40);
    return [at];
  });
  const last = await textOf(foot, { points: 28, color: muted, height: 44 });
  if (last) layers.push({ input: last.data, left: margin, top: size.height - margin - 24 });
  return sharp(Buffer.from(ground)).composite(layers).png({ palette: true }).toBuffer();
}

/** Two hundred letters still fit. */
function pointsFor(title: string) {
  if (title.length > 110) return 40;
  return title.length > 60 ? 52 : 68;
}

const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
<rect width="100%" height="100%" fill="#ffffff"/><rect width="100%" height="16" fill="${accent}"/>
<rect x="${margin}" y="${size.height - margin - 52}" width="${size.width - 2 * margin}" height="2" fill="#d5d9df"/></svg>`;

type Look = { points: number; color: string; height: number; isBold?: boolean };

/** Returns text as a picture of at most this height, cut off below it; null for no text. */
async function textOf(text: string, { points, color, height, isBold }: Look) {
  if (text.trim() === "") return null;
  const words = text.replaceAll(/[&<>]/gu, (each) => entities[each] ?? "");
  const drawn = await sharp({
    text: {
      text: `<span foreground="${color}"${isBold ? ' weight="bold"' : ""}>${words}</span>`,
      font: `sans ${points}`,
      width: size.width - 2 * margin,
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  if (drawn.info.height <= height) return drawn;
  return sharp(drawn.data)
    .extract({ left: 0, top: 0, width: drawn.info.width, height })
    .png()
    .toBuffer({ resolveWithObject: true });
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
