import "server-only";
import { createHash } from "node:crypto";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { day } from "@/lib/domain/day";
import { defaultLocale } from "@/lib/domain/locale";
import { findWithholding } from "@/lib/queries/public-as-of";

const limits = { standard: 50, most: 100 };

/** What every list takes; a route adds what else it knows. */
export const listParameters = {
  asOf: day.optional(),
  cursor: z.string().min(1).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(limits.most))
    .default(limits.standard),
};

/** What takes a day and nothing else. */
export const dayParameters = { asOf: day.optional() };

/** A parameter that will not do: unknown, given twice, or with a value that cannot be. */
export class BadParameter extends Error {
  constructor(
    readonly parameter: string,
    readonly reason: "unknown" | "repeated" | "value" = "value",
  ) {
    super(`${reason} parameter ${parameter}`);
  }
}

/** What is under this id is withheld: its notice is answered instead. */
class WithheldHere extends Error {
  constructor(readonly notice: string) {
    super("withheld");
  }
}

/** There is nothing under this id or slug. */
export class NothingHere extends Error {}

/** An answer that is no JSON: a feed, a calendar. */
export class TextAnswer {
  constructor(
    readonly text: string,
    readonly mediaType: string,
  ) {}
}

/**
 * Answers one request for open data: reads the parameters named in `shape`, and sends what `answer` makes of them as
 * JSON (or a text of another kind) that any site may read, any cache may keep for a second, and nobody downloads twice (ETag). A parameter that
 * will not do is answered 400, an unknown id 404 and a withheld one 403, as problem documents (RFC 9457).
 */
export async function openData<S extends z.ZodRawShape>(
  request: Request,
  shape: S,
  answer: (parameters: z.output<z.ZodObject<S>>) => Promise<unknown>,
): Promise<Response> {
  try {
    return send(request, await answer(readParameters(new URL(request.url).searchParams, shape)));
  } catch (error) {
    if (error instanceof BadParameter) return badParameter(error);
    if (error instanceof NothingHere) return nothingHere();
    if (error instanceof WithheldHere) return withheldHere(error.notice);
    throw error;
  }
}

/** Reads the parameters of an address by this shape; throws BadParameter for the first that will not do. */
export function readParameters<S extends z.ZodRawShape>(
  given: URLSearchParams,
  shape: S,
): z.output<z.ZodObject<S>> {
  for (const name of given.keys()) {
    if (!(name in shape)) throw new BadParameter(name, "unknown");
    if (given.getAll(name).length > 1) throw new BadParameter(name, "repeated");
  }
  const read = z.object(shape).safeParse(Object.fromEntries(given));
  if (!read.success) throw new BadParameter(String(read.error.issues[0]?.path[0] ?? ""));
  return read.data;
}

/** Why there is nothing to answer for a project: it is withheld, or there is none. */
export async function whyNothing(id: string): Promise<Error> {
  const withheld = await findWithholding(id);
  return withheld ? new WithheldHere(withheld.notice) : new NothingHere();
}

/** The problem document for an address under which there is no open data. */
export async function nothingHere(): Promise<Response> {
  const t = await getTranslations({ locale: defaultLocale, namespace: "public.openData" });
  return problem({ status: 404, title: t("nothingTitle"), detail: t("nothing") });
}

/** 403: it is known here, and not shown for now; 404 would say that there is no such project. */
async function withheldHere(notice: string): Promise<Response> {
  const t = await getTranslations({ locale: defaultLocale, namespace: "public.openData" });
  return problem({ status: 403, title: t("withheldTitle"), detail: notice });
}

async function badParameter({ parameter, reason }: BadParameter): Promise<Response> {
  const t = await getTranslations({ locale: defaultLocale, namespace: "public.openData" });
  const known = ["asOf", "cursor", "limit"].includes(parameter) ? parameter : "other";
  const detail = t(reason === "value" ? `bad.${known}` : reason, { name: parameter });
  return problem({ status: 400, title: t("badTitle"), detail, parameter });
}

/** A problem document (RFC 9457), never kept by a cache. */
export function problem(document: {
  status: number;
  title: string;
  detail: string;
  parameter?: string;
}) {
  return Response.json(
    { type: "about:blank", ...document },
    {
      status: document.status,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
    },
  );
}

function send(request: Request, value: unknown): Response {
  const { text: body, mediaType } =
    value instanceof TextAnswer ? value : new TextAnswer(JSON.stringify(value), "application/json");
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = {
    etag,
    // Short enough for a cache in front to show a new edition within two seconds.
    "cache-control": "public, max-age=0, s-maxage=1, stale-while-revalidate=1",
  };
  if (request.headers.get("if-none-match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": mediaType } });
}
