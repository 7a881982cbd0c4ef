import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordFields } from "@/lib/domain/record/record";

const mebibyte = 1024 * 1024;

/** The maximum size of evidence in bytes: of one file, and of all files of a project together. */
export const fileLimits = {
  file: 20 * mebibyte,
  project: 200 * mebibyte,
  person: 200 * mebibyte,
} as const;

/** The kinds of files that may be uploaded, by media type. A name without one of the extensions gets the first one. */
export const fileKinds = {
  "application/pdf": { kind: "pdf", extensions: ["pdf"], isPicture: false },
  "image/jpeg": { kind: "jpeg", extensions: ["jpg", "jpeg"], isPicture: true },
  "image/png": { kind: "png", extensions: ["png"], isPicture: true },
  "image/webp": { kind: "webp", extensions: ["webp"], isPicture: true },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
    kind: "xlsx",
    extensions: ["xlsx"],
    isPicture: false,
  },
  "text/csv": { kind: "csv", extensions: ["csv"], isPicture: false },
} as const;

export type MediaType = keyof typeof fileKinds;

/**
 * The facts about a file that a page shows. `width` and `height` are those of a picture in pixels; a preview is a
 * smaller picture of it.
 */
export type FileFacts = {
  id: string;
  name: string;
  mediaType: MediaType;
  bytes: number;
  width: number | null;
  height: number | null;
};

/** The reason why a file is refused: a key of the messages `files.problems`. */
export type FileProblem =
  | "empty"
  | "too_large"
  | "project_full"
  | "person_full"
  | "kind"
  | "markup"
  | "heic"
  | "picture_broken"
  | "picture_pixels"
  | "pdf_broken"
  | "workbook_broken"
  | "workbook_macros"
  | "workbook_locked"
  | "workbook_bomb"
  | "text_encoding"
  | "upload_gone"
  | "upload_unfinished";

/** Returns true when files of this media type are accepted. */
export function isMediaType(text: string): text is MediaType {
  return Object.hasOwn(fileKinds, text);
}

/** Returns true for a picture, which pages show as one. */
export function isPicture({ mediaType }: { mediaType: string }): boolean {
  return isMediaType(mediaType) && fileKinds[mediaType].isPicture;
}

/** The length of the longer side of a picture's preview, in pixels. */
export const previewPixels = 640;

/**
 * Returns the size in which a page shows a picture: that of the preview, in the picture's proportions. Null for other
 * files.
 */
export function previewSize({
  width,
  height,
}: Pick<FileFacts, "width" | "height">): { width: number; height: number } | null {
  if (width === null || height === null) return null;
  const scale = Math.min(1, previewPixels / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * Returns the ids of the files that the evidence of a record, or of some of its fields, names, each once; none for a
 * plan's profile.
 */
export function filesNamedIn(fields: RecordFields | Partial<ProjectFields>): string[] {
  if (!("evidence" in fields)) return [];
  return [...new Set(fields.evidence?.flatMap((item) => item.file ?? []) ?? [])];
}

const maxNameChars = 120;

/**
 * Returns a safe name for a file of this kind: without folders, invisible or direction-changing characters, or
 * characters that a file system refuses, with at most 120 characters, and with the extension of its type. "../a.html"
 * that is a PDF becomes "a.html.pdf".
 */
export function toFileName(name: string, mediaType: MediaType): string {
  const extensions: readonly string[] = fileKinds[mediaType].extensions;
  const clean = name
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/gu, "")
    .replace(/^.*[/\\]/su, "")
    .replaceAll(/[<>:"|?*]/gu, "-")
    .replaceAll(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/gu, "");
  const dot = clean.lastIndexOf(".");
  const extension = clean.slice(dot + 1).toLowerCase();
  const isRight = dot > 0 && extensions.includes(extension);
  const base = [...(isRight ? clean.slice(0, dot) : clean)].slice(0, maxNameChars).join("");
  return `${base || "file"}.${isRight ? extension : extensions[0]}`;
}
