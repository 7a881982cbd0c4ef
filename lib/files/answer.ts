import "server-only";
import { type FileFacts, isPicture } from "@/lib/domain/record/file";
import { isKnown } from "@/lib/files/conditional";
import { fileStorage } from "@/lib/files/storage";

/** The facts of a file that an answer needs. */
export type Servable = Pick<FileFacts, "name" | "bytes"> & {
  mediaType: string;
  sha256: string;
  previewSha256: string | null;
};

/**
 * Cache rules by audience: a file never changes under its id, but the permission to read it does. no-transform, because
 * range requests need these exact bytes.
 */
const keeping = {
  everybody: {
    // Shared caches revalidate each second, so that a withheld file disappears for new readers.
    "cache-control": "public, max-age=3600, s-maxage=1, stale-while-revalidate=1, no-transform",
    "cross-origin-resource-policy": "cross-origin",
  },
  officials: {
    // Browsers revalidate each time, which costs no bytes, so that a reader without permission no longer sees it.
    "cache-control": "private, no-cache, no-transform",
    "cross-origin-resource-policy": "same-origin",
  },
};

/**
 * Answers with a file, or with `?size=preview` its smaller picture, so that it cannot run script: with the type found
 * at upload, no sniffing, and a sandbox without rights. Pictures are shown, anything else is downloaded. Range requests
 * are supported, and the bytes are streamed. Null is answered with 404.
 */
export async function answerFile(
  request: Request,
  file: Servable | null,
  readers: keyof typeof keeping,
): Promise<Response> {
  const isPreview = new URL(request.url).searchParams.get("size") === "preview";
  const sha256 = isPreview ? file?.previewSha256 : file?.sha256;
  if (!file || !sha256) return notThere();

  const etag = `"${sha256}"`;
  const headers = new Headers({
    ...keeping[readers],
    etag,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  if (isKnown(request, { etag })) return new Response(null, { status: 304, headers });

  headers.set("content-type", typeOf(file, isPreview));
  headers.set("content-disposition", dispositionOf(file, isPreview));
  if (isPreview) return send(request, headers, sha256);

  headers.set("accept-ranges", "bytes");
  const range = rangeOf(request, file.bytes, etag);
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  if (range) headers.set("content-range", `bytes ${range.start}-${range.end}/${file.bytes}`);
  headers.set("content-length", String(range ? range.end - range.start + 1 : file.bytes));
  return send(request, headers, sha256, range);
}

async function send(
  request: Request,
  headers: Headers,
  sha256: string,
  range: { start: number; end: number } | null = null,
) {
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const body = await fileStorage().read(sha256, range ?? undefined);
  return body ? new Response(body, { status, headers }) : notThere();
}

function notThere() {
  return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

function typeOf(file: Servable, isPreview: boolean) {
  if (isPreview) return "image/webp";
  return file.mediaType === "text/csv" ? "text/csv; charset=utf-8" : file.mediaType;
}

/** RFC 6266: a name in plain ASCII for old readers, the true one in UTF-8. */
function dispositionOf(file: Servable, isPreview: boolean) {
  const name = isPreview ? `${file.name}.webp` : file.name;
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/gu, "_");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isPicture(file) ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * Returns the one requested range; null for the whole file, also when several ranges are requested, since the whole is
 * then a valid answer.
 */
function rangeOf(request: Request, bytes: number, etag: string) {
  const ifRange = request.headers.get("if-range");
  if (ifRange !== null && ifRange !== etag) return null;
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "");
  const [, first = "", last = ""] = asked ?? [];
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (start > end)
    return first !== "" && last !== "" && Number(first) > Number(last) ? null : "unsatisfiable";
  return { start, end };
}
