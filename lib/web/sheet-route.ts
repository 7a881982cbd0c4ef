import "server-only";
import * as z from "zod";
import type { Actor, SignedIn } from "@/lib/domain/people/actor";
import type { Result } from "@/lib/domain/result/result";
import type { SheetTable } from "@/lib/domain/sheet/table";
import type { ErrorKey } from "@/lib/domain/values/field-error";
import { readSheet } from "@/lib/sheets/read-sheet";
import { answer, readCommand } from "@/lib/web/command-route";
import { streamLines } from "@/lib/web/lines";
import { isOfThisSite } from "@/lib/web/own-request";
import { currentActor } from "@/lib/web/session";

/** The largest file, and the form around it. */
const maxBytes = 20 * 1024 * 1024;
const wrapping = 64 * 1024;

type UploadedSheet = { fileName: string; tables: SheetTable[]; source: Uint8Array | null };

/**
 * Turns a command that stores a parsed sheet into a route that takes the file as a form. It streams newline-delimited
 * JSON: `{ progress }` events while the file is read, then the Result. The reader's permission is checked before
 * anything is read, and again by the command.
 */
export function sheetRoute<T>(
  mayImport: (reader: SignedIn, params: Record<string, string>) => Promise<boolean>,
  perform: (actor: Actor, raw: unknown) => Promise<Result<T>>,
) {
  return async function answerPost(
    request: Request,
    { params }: { params: Promise<Record<string, string>> },
  ): Promise<Response> {
    // A form can be sent from any site: it is accepted only when the browser states this site, with or without a
    // cookie.
    if (!isOfThisSite(request) || request.headers.get("origin") === null)
      return answer({ ok: false, refusal: { code: "forbidden" } });
    const actor = await currentActor();
    if (actor.kind !== "signed_in") return answer({ ok: false, refusal: { code: "signed_out" } });
    const asked = await params;
    if (!(await mayImport(actor, asked)))
      return answer({ ok: false, refusal: { code: "not_found" } });
    const file = await readFile(request);
    if (!file) return answer(refusedFile("too_large"));
    return streamLines(async (send) => {
      const read = await readSheet(file, (progress) => send({ progress }));
      if ("refused" in read) return refusedFile(read.refused, read.rows);
      const isText = read.tables.every((table) => table.isCsv);
      const uploaded: UploadedSheet = {
        fileName: file.name,
        tables: read.tables,
        source: isText ? file.bytes : null,
      };
      return perform(actor, { ...uploaded, importId: file.importId, ...asked });
    });
  };
}

const readingInput = z.object({
  separator: z.string().min(1).max(4).optional(),
  encoding: z.string().min(1).max(40).optional(),
});

/**
 * Turns a command that stores a table again into a route that takes how a text file is to be read, `{ separator,
 * encoding }`, and reads the stored file.
 */
export function rereadRoute<T>(
  find: (
    reader: SignedIn,
    params: Record<string, string | string[] | undefined>,
  ) => Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null>,
  perform: (actor: Actor, raw: unknown) => Promise<Result<T>>,
) {
  return async function answerPost(
    request: Request,
    { params }: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response> {
    const asked = await readCommand(request, await params);
    if ("refusal" in asked) return answer({ ok: false, refusal: asked.refusal });
    const how = readingInput.safeParse(asked.raw);
    const { actor } = asked;
    if (actor.kind !== "signed_in" || !how.success)
      return answer({ ok: false, refusal: { code: "not_found" } });
    const file = await find(actor, await params);
    if (!file) return answer({ ok: false, refusal: { code: "not_found" } });
    const read = await readSheet({ ...file, ...how.data }, () => {});
    if ("refused" in read) return answer(refusedFile(read.refused, read.rows));
    return answer(await perform(actor, { ...(await params), tables: read.tables }));
  };
}

function refusedFile(key: ErrorKey, rows?: string): Result<never> {
  const error = rows === undefined ? { key } : { key, rows };
  return { ok: false, refusal: { code: "invalid", fields: { file: [error] } } };
}

async function readFile(request: Request) {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes + wrapping) return null;
    chunks.push(chunk);
  }
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(Buffer.concat(chunks), { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File) || file.size > maxBytes) return null;
  return {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    importId: String(form?.get("importId")),
  };
}
