import "server-only";
import { randomUUID } from "node:crypto";
import { MemoryLocker, Server } from "@tus/server";
import * as z from "zod";
import { findUpload, sweepUploads, type UploadNote, uploadStore } from "@/lib/db/storage/uploads";
import type { SignedIn } from "@/lib/domain/actor";
import { fileLimits } from "@/lib/domain/file";
import { can } from "@/lib/domain/policy";
import type { Refusal } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { findFilesSize } from "@/lib/queries/files";
import { currentActor } from "@/lib/web/session";

const path = "/api/office/uploads";
const locker = new MemoryLocker();

/**
 * Takes the bytes of a file in pieces by the tus protocol: POST begins an upload for a project, PATCH adds at an offset,
 * HEAD says how much is there, DELETE gives up. What becomes of a whole upload is `addUploadedFile`'s. Only the staff of the
 * project's city begin one, and only who began it goes on.
 */
export async function answerUpload(request: Request): Promise<Response> {
  if (!isFromThisSite(request)) return new Response(null, { status: 403 });
  const actor = await currentActor();
  if (actor.kind !== "signed_in") return new Response(null, { status: 401 });
  return serverFor(actor).handleWeb(request);
}

/**
 * No other site's page may send bytes with the reader's cookie: browsers let it set this header only after we agreed,
 * which we never do.
 */
function isFromThisSite(request: Request) {
  const from = request.headers.get("origin");
  return request.headers.has("tus-resumable") && (from === null || from === origin());
}

function origin() {
  return new URL(env().NEXTAUTH_URL).origin;
}

function serverFor(actor: SignedIn) {
  return new Server({
    path,
    relativeLocation: true,
    allowedOrigins: [origin()],
    datastore: uploadStore(),
    locker,
    maxSize: fileLimits.file,
    namingFunction: () => randomUUID(),
    async onIncomingRequest(request, id) {
      if (request.method === "POST") return;
      const upload = await findUpload(id);
      if (!upload) throw no(404, { code: "not_found" });
      const isOwn = upload.personId === actor.personId && can(actor, "evidence.add", upload);
      if (!isOwn) throw no(404, { code: "not_found" });
    },
    async onUploadCreate(_request, { metadata, size }) {
      await sweepUploads(new Date());
      return { metadata: await noteOf(actor, metadata, size) };
    },
  });
}

const told = z.object({ recordId: z.uuid(), name: z.string().max(2_000) });

/** What is written down about an upload, once it is clear that it may begin. */
async function noteOf(
  actor: SignedIn,
  metadata: unknown,
  size: number | undefined,
): Promise<UploadNote> {
  const read = told.safeParse(metadata);
  if (!read.success || !size) throw no(422, problem("empty"));
  const { recordId, name } = read.data;
  const project = await findFilesSize(actor, recordId);
  if (!project || !can(actor, "evidence.add", project)) throw no(404, { code: "not_found" });
  if (project.bytes + size > fileLimits.project) throw no(422, problem("project_full"));
  return { recordId, name, cityId: project.cityId, personId: actor.personId };
}

function problem(key: "empty" | "project_full"): Refusal {
  return { code: "invalid", fields: { file: [{ key }] } };
}

/** As @tus/server is told to answer: with a Result, as commands do. */
function no(status: number, refusal: Refusal) {
  return { status_code: status, body: JSON.stringify({ ok: false, refusal }) };
}
