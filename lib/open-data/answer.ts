import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import type * as z from "zod";
import { isKnown, type Validators } from "@/lib/files/conditional";
import { consumeQuota, quotaCosts } from "@/lib/open-data/limit";
import type { Operation } from "@/lib/open-data/operations";
import { readParameters } from "@/lib/open-data/parameters";
import { NotFoundError, problemOf, tooMany, WithheldError } from "@/lib/open-data/problem";
import { findWithholding } from "@/lib/queries/public/as-of";
import { findMark, type PublicMark } from "@/lib/queries/public/mark";

type Asked<S extends z.ZodRawShape> = z.output<z.ZodObject<S>>;

/**
 * Answers an operation of open data with JSON that its schema has parsed: a field that the schema does not describe is
 * not sent. Any site may read it, any cache may keep it for a second, and conditional requests are supported (ETag,
 * Last-Modified). Errors are problem documents (RFC 9457).
 */
export function openData<S extends z.ZodRawShape, A extends z.ZodType>(
  request: Request,
  operation: Operation<S, A> & { answer: A },
  answer: (asked: Asked<S>) => Promise<z.input<A>>,
): Promise<Response> {
  return openText(request, operation, async (asked) => {
    const value = operation.answer.parse(await answer(asked));
    return { text: JSON.stringify(value), mediaType: "application/json" };
  });
}

/** Answers an operation with another text format: a feed or a calendar. */
export function openText<S extends z.ZodRawShape>(
  request: Request,
  { parameters }: Pick<Operation<S>, "parameters">,
  answer: (asked: Asked<S>) => Promise<{ text: string; mediaType: string }>,
): Promise<Response> {
  return guarded(request, quotaCosts.page, async () => {
    const asked = readParameters(new URL(request.url).searchParams, parameters);
    // The mark is read before the data, so that something published in between does not look older than it is.
    const mark = await findMark();
    const { text, mediaType } = await answer(asked);
    return sendAnswer(request, { ...validatorsOf(mark), etag: tagOf(text) }, mediaType, () => text);
  });
}

/**
 * Answers an operation with a file that is written while it is sent: `write` begins it, so that an error is known
 * before the first byte. Its ETag comes from the last change of the open data and not from its bytes.
 */
export function openFile<S extends z.ZodRawShape>(
  request: Request,
  { parameters }: Pick<Operation<S>, "parameters">,
  file: { name: string; mediaType: string },
  write: (asked: Asked<S>) => Promise<ReadableStream<Uint8Array>>,
): Promise<Response> {
  return guarded(request, quotaCosts.everything, async () => {
    const asked = readParameters(new URL(request.url).searchParams, parameters);
    const mark = await findMark();
    const validators = validatorsOf(mark, request.url);
    if (hasIt(request, validators))
      return sendAnswer(request, validators, file.mediaType, () => "");
    const body = await write(asked);
    const answer = sendAnswer(request, validators, file.mediaType, () => body);
    answer.headers.set("content-disposition", `attachment; filename="${file.name}"`);
    return answer;
  });
}

/** Consumes the client's quota and answers; an error becomes a problem document. */
export async function guarded(
  request: Request,
  cost: number,
  answer: () => Promise<Response>,
): Promise<Response> {
  const quota = await consumeQuota(request, cost);
  if (quota.isOver) return tooMany(quota.headers);
  const response = await answer().catch(problemOf);
  for (const [name, value] of Object.entries(quota.headers)) response.headers.set(name, value);
  return response;
}

type Marked = Required<Validators> & {
  /** True when everything that was published before `lastModified` is visible already. */
  isStable: boolean;
};

/** Sends the body, or 304 when the client has it (RFC 9110, 13.2.2: the ETag takes precedence over the date). */
export function sendAnswer(
  request: Request,
  validators: Marked,
  mediaType: string,
  body: () => BodyInit,
): Response {
  const headers = {
    etag: validators.etag,
    "last-modified": validators.lastModified.toUTCString(),
    // One second, so that a cache in front shows a new edition within two seconds.
    "cache-control": "public, max-age=0, s-maxage=1, stale-while-revalidate=1",
  };
  if (hasIt(request, validators)) return new Response(null, { status: 304, headers });
  return new Response(body(), { headers: { ...headers, "content-type": mediaType } });
}

/** While the time of the last change is not certain, only the ETag is compared. */
function hasIt(request: Request, { etag, lastModified, isStable }: Marked): boolean {
  return isKnown(request, { etag, ...(isStable && { lastModified }) });
}

/**
 * Returns the validators of the open data at this moment; while the last change is not certain, they differ for every
 * answer.
 */
function validatorsOf({ changedAt, stableAt }: PublicMark, address = ""): Marked {
  const isStable = changedAt.getTime() === stableAt.getTime();
  const lastModified = new Date(Math.max(stableAt.getTime(), builtAt(), midnight()));
  const state = isStable ? lastModified.toISOString() : randomUUID();
  return { etag: tagOf(`${state} ${address}`), lastModified, isStable };
}

/** Sends a picture of public data for other sites, or 304 when the client has it. */
export function sendPicture(
  request: Request,
  picture: string | Uint8Array<ArrayBuffer>,
  mediaType: string,
): Response {
  const etag = tagOf(picture);
  const headers = {
    etag,
    "cache-control": "public, max-age=60, s-maxage=1, stale-while-revalidate=60",
    "cross-origin-resource-policy": "cross-origin",
  };
  if (isKnown(request, { etag })) return new Response(null, { status: 304, headers });
  return new Response(picture, { headers: { ...headers, "content-type": mediaType } });
}

/** Returns the ETag of a body. */
function tagOf(text: string | Uint8Array): string {
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
}

/** Returns the error for a project that has no answer: it is withheld, or does not exist. */
export async function missingProjectError(id: string): Promise<Error> {
  const withheld = await findWithholding(id);
  return withheld ? new WithheldError(withheld.notice) : new NotFoundError();
}

/** The time of the build: another version of this software may answer differently. */
function builtAt(): number {
  built ??= statSync(".next/BUILD_ID", { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return built;
}

let built: number | undefined;

/**
 * Returns the last midnight, because some answers name the present day. Midnight is taken twenty seconds late, as
 * `stableAt` is (lib/queries/public/mark.ts).
 */
function midnight() {
  return new Date(Date.now() - 20_000).setUTCHours(0, 0, 0, 0);
}
