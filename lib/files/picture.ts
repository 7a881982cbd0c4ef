import "server-only";
import sharp, { type Sharp } from "sharp";
import { type FileProblem, previewPixels } from "@/lib/domain/record/file";

export type PictureType = "image/jpeg" | "image/png" | "image/webp";

/** Enough for the largest telephone cameras; a larger picture would exhaust memory. */
const maxPixels = 64_000_000;
/** The longer side that is stored: an A4 page scanned at 300 dpi keeps its size. */
const keptPixels = 4096;

// Pictures are processed one after the other, so that memory holds only one.
sharp.cache(false);
sharp.concurrency(1);
let before: Promise<unknown> = Promise.resolve();

/**
 * Redraws a picture for viewing, and a smaller one. Only visible pixels are kept: no location, no camera data, no
 * profile, nothing hidden behind the picture. Returns its size in pixels.
 */
export function redraw(
  path: string,
  mediaType: PictureType,
  to: { picture: string; preview: string },
): Promise<{ width: number; height: number } | { problem: FileProblem }> {
  const turn = before.then(() => redrawNow(path, mediaType, to));
  before = turn.catch(() => {});
  return turn;
}

async function redrawNow(
  path: string,
  mediaType: PictureType,
  to: { picture: string; preview: string },
) {
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata();
    if (width * height > maxPixels) return { problem: "picture_pixels" as const };
    const kept = await written(
      sharp(path, { limitInputPixels: maxPixels, failOn: "error" })
        .autoOrient()
        .resize({ width: keptPixels, height: keptPixels, fit: "inside", withoutEnlargement: true }),
      mediaType,
    ).toFile(to.picture);
    await sharp(to.picture)
      .resize({
        width: previewPixels,
        height: previewPixels,
        fit: "inside",
        withoutEnlargement: true,
      })
      .webp({ quality: 75 })
      .toFile(to.preview);
    return { width: kept.width, height: kept.height };
  } catch {
    // Whatever error sharp reports, the picture cannot be shown.
    return { problem: "picture_broken" as const };
  }
}

function written(picture: Sharp, mediaType: PictureType) {
  if (mediaType === "image/jpeg") return picture.jpeg({ quality: 85 });
  if (mediaType === "image/png") return picture.png({ compressionLevel: 9 });
  return picture.webp({ quality: 85 });
}
