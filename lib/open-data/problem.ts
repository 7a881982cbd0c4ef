import "server-only";
import { randomUUID } from "node:crypto";
import { createTranslator } from "next-intl";
import { defaultLocale } from "@/lib/domain/language/locale";
import { findFailingChecks } from "@/lib/queries/public/readiness";
import { words } from "../../messages/en/index";

const t = createTranslator({
  locale: defaultLocale,
  messages: words,
  namespace: "openData.problems",
});

/** A wrong parameter: unknown, given twice, or with an invalid value. */
export class BadParameter extends Error {
  constructor(
    readonly parameter: string,
    readonly reason: "unknown" | "repeated" | "value" = "value",
  ) {
    super(`${reason} parameter ${parameter}`);
  }
}

/** The record with this id is withheld; the answer holds its notice. */
export class WithheldError extends Error {
  constructor(readonly notice: string) {
    super("withheld");
  }
}

/** There is nothing with this id or slug. */
export class NotFoundError extends Error {}

/** The answer is being made and will be there a little later. */
export class NotReadyError extends Error {}

/** Returns the problem document (RFC 9457) for an error. */
export async function problemOf(error: unknown): Promise<Response> {
  if (error instanceof BadParameter) return badParameter(error);
  if (error instanceof NotFoundError) return notFoundError();
  if (error instanceof NotReadyError)
    return problem({ status: 503, title: t("busyTitle"), detail: t("notMade") }, retryAfter(10));
  // 403, because the record exists and is not shown for now; 404 would say that it does not exist.
  if (error instanceof WithheldError)
    return problem({ status: 403, title: t("withheldTitle"), detail: error.notice });
  return unexpected(error);
}

/** Returns the problem document for an address without open data. */
export function notFoundError(): Response {
  return problem({ status: 404, title: t("nothingTitle"), detail: t("nothing") });
}

/** Returns the problem document for a client that used up its quota. */
export function tooMany(headers: Record<string, string>): Response {
  const seconds = headers["retry-after"] ?? "60";
  return problem({ status: 429, title: t("manyTitle"), detail: t("many", { seconds }) }, headers);
}

function badParameter({ parameter, reason }: BadParameter): Response {
  const known = (["asOf", "cursor", "limit"] as const).find((name) => name === parameter);
  const key = reason === "value" ? (`bad.${known ?? "other"}` as const) : reason;
  const detail = t(key, { name: parameter });
  return problem({ status: 400, title: t("badTitle"), detail, parameter });
}

/**
 * Returns 503 while the database does not answer, so that the client tries again. Any other error is our own fault: it
 * is logged and answered with 500.
 */
async function unexpected(error: unknown): Promise<Response> {
  if ((await findFailingChecks()).includes("database"))
    return problem({ status: 503, title: t("busyTitle"), detail: t("noDatabase") }, retryAfter(5));
  const reference = randomUUID().slice(0, 8);
  console.error(`Open data could not be answered (reference ${reference})`, error);
  return problem({ status: 500, title: t("faultTitle"), detail: t("fault", { reference }) });
}

function retryAfter(seconds: number) {
  return { "retry-after": String(seconds) };
}

/** Returns a problem document that no cache may keep. */
export function problem(
  document: { status: number; title: string; detail: string; parameter?: string },
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { type: "about:blank", ...document },
    {
      status: document.status,
      headers: {
        ...headers,
        "content-type": "application/problem+json",
        "cache-control": "no-store",
      },
    },
  );
}
