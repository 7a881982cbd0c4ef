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
export class WithheldError extends Error {
  constructor(readonly notice: string) {
    super("withheld");
  }
}

/** There is nothing under this id or slug. */
export class NotFoundError extends Error {}

/** It is being made; asked for again a little later it is there. */
export class NotReadyError extends Error {}

/** Returns the problem document (RFC 9457) that says why a question was not answered. */
export async function problemOf(error: unknown): Promise<Response> {
  if (error instanceof BadParameter) return badParameter(error);
  if (error instanceof NotFoundError) return notFoundError();
  if (error instanceof NotReadyError)
    return problem({ status: 503, title: t("busyTitle"), detail: t("notMade") }, retryAfter(10));
  // 403: it is known here, and not shown for now; 404 would say that there is no such project.
  if (error instanceof WithheldError)
    return problem({ status: 403, title: t("withheldTitle"), detail: error.notice });
  return unexpected(error);
}

/** Returns the problem document for an address under which there is no open data. */
export function notFoundError(): Response {
  return problem({ status: 404, title: t("nothingTitle"), detail: t("nothing") });
}

/** Returns the problem document for somebody who asked for more than their share. */
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
 * 503 while the database does not answer, so that whoever asks comes back; anything else is a fault of ours, and
 * logged.
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

/** Returns a problem document, never kept by a cache. */
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
