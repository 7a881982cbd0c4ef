import "server-only";
import { randomUUID } from "node:crypto";
import { MemoryLocker, Server } from "@tus/server";
import * as z from "zod";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { fileLimits } from "@/lib/domain/record/file";
import type { Refusal } from "@/lib/domain/result/result";
import {
  findUpload,
  listUploads,
  sweepUploads,
  type UnderWay,
  type UploadNote,
  uploadStore,
} from "@/lib/files/uploads";
import { findFilesSize } from "@/lib/queries/record/files";
import { env } from "@/lib/settings/env";
import { isOfThisSite } from "@/lib/web/own-request";
import { currentActor } from "@/lib/web/session";

const path = "/api/office/uploads";
const locker = new MemoryLocker();

/**
 * Receives a file in chunks by the tus protocol: POST begins an upload for a project, PATCH adds at an offset, HEAD
 * returns the offset, DELETE gives up. `addUploadedFile` handles a complete upload. Only staff of the project's city
 * may begin one, and only the same person may continue it.
 */
export async function answerUpload(request: Request): Promise<Response> {
  // The protocol's own header is required too: browsers let another site's page set it only with our consent, which we
  // never give.
  const isOurs = request.headers.has("tus-resumable") && isOfThisSite(request);
  if (!isOurs && request.method !== "HEAD") return new Response(null, { status: 403 });
  const actor = await currentActor();
  if (actor.kind !== "signed_in") return new Response(null, { status: 401 });
  const id = randomUUID();
  try {
    return await serverFor(actor, id).handleWeb(request);
  } finally {
    // It is in the folder now, or was refused.
    beginning.delete(id);
  }
}

/** Uploads about to begin, before they are in the folder: two at a time must not both take the last space. */
const beginning = new Map<string, UnderWay>();

function serverFor(actor: SignedIn, id: string) {
  return new Server({
    path,
    relativeLocation: true,
    allowedOrigins: [new URL(env().NEXTAUTH_URL).origin],
    datastore: uploadStore(),
    locker,
    maxSize: fileLimits.file,
    namingFunction: () => id,
    async onIncomingRequest(request, id) {
      if (request.method === "POST") return;
      const upload = await findUpload(id);
      if (!upload) throw no(404, { code: "not_found" });
      const isOwn = upload.personId === actor.personId && can(actor, "evidence.add", upload);
      if (!isOwn) throw no(404, { code: "not_found" });
    },
    async onUploadCreate(_request, { metadata, size }) {
      await sweepUploads(new Date());
      return { metadata: await noteOf(actor, id, metadata, size) };
    },
  });
}

const uploadMetadata = z.object({ recordId: z.uuid(), name: z.string().max(2_000) });

/** Returns the metadata of an upload that may begin. */
async function noteOf(
  actor: SignedIn,
  id: string,
  metadata: unknown,
  size: number | undefined,
): Promise<UploadNote> {
  const read = uploadMetadata.safeParse(metadata);
  if (!read.success || !size) throw no(422, problem("empty"));
  const { recordId, name } = read.data;
  const project = await findFilesSize(actor, recordId);
  if (!project || !can(actor, "evidence.add", project)) throw no(404, { code: "not_found" });
  const note = { recordId, name, cityId: project.cityId, personId: actor.personId };
  const others = await othersUnderWay(id, { ...note, bytes: size });
  const total = (mine: (upload: UnderWay) => boolean) =>
    others.filter(mine).reduce((bytes, upload) => bytes + upload.bytes, size);
  if (project.bytes + total((upload) => upload.recordId === recordId) > fileLimits.project)
    throw no(422, problem("project_full"));
  if (total((upload) => upload.personId === actor.personId) > fileLimits.person)
    throw no(422, problem("person_full"));
  return note;
}

/** Lists all unfinished uploads that began before this one, of any process. From now on this is one of them. */
async function othersUnderWay(id: string, upload: UnderWay): Promise<UnderWay[]> {
  const others = new Map(beginning);
  beginning.set(id, upload);
  for (const [stored, found] of await listUploads()) others.set(stored, found);
  return [...others.values()];
}

function problem(key: "empty" | "project_full" | "person_full"): Refusal {
  return { code: "invalid", fields: { file: [{ key }] } };
}

/** The answer that @tus/server expects: a Result, as commands give. */
function no(status: number, refusal: Refusal) {
  return { status_code: status, body: JSON.stringify({ ok: false, refusal }) };
}
