import "server-only";
import * as z from "zod";
import { addFile } from "@/lib/commands/record/add-file";
import { database } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/people/actor";
import { type FileFacts, type FileProblem, isMediaType } from "@/lib/domain/record/file";
import type { Result } from "@/lib/domain/result/result";
import { ingest } from "@/lib/files/ingest";
import { dropUpload, findUpload, withCopyOf } from "@/lib/files/uploads";

const uploaded = z.object({ recordId: z.uuid(), uploadId: z.uuid() });

/**
 * Adds an uploaded file to a project: inspects it, stores it, and calls `addFile` with the upload's id. The slow work
 * happens before the command, so that no save waits for it. A repeated request after a lost answer gets the same
 * answer. Refuses `invalid` with a FileProblem for `file`; the upload is then removed, unless it is incomplete.
 */
export async function addUploadedFile(actor: Actor, raw: unknown): Promise<Result<FileFacts>> {
  if (actor.kind !== "signed_in") return { ok: false, refusal: { code: "signed_out" } };
  const parsed = uploaded.safeParse(raw);
  if (!parsed.success) return problem("upload_gone");
  const { recordId, uploadId } = parsed.data;
  const upload = await findUpload(uploadId);
  if (upload?.recordId !== recordId || upload.personId !== actor.personId) {
    return answerAgain(uploadId, recordId, actor.personId);
  }
  if (!upload.isWhole) return problem("upload_unfinished");

  const stored = await withCopyOf(upload, ingest);
  if (!stored) return answerAgain(uploadId, recordId, actor.personId);
  const result =
    "problem" in stored
      ? problem(stored.problem)
      : await addFile(actor, { recordId, fileId: uploadId, name: upload.name, stored });
  await dropUpload(uploadId);
  return result;
}

/** Returns the answer given when this upload became a file; an upload that never became one is gone. */
async function answerAgain(id: string, recordId: string, byId: string): Promise<Result<FileFacts>> {
  const file = await database().evidenceFile.findFirst({
    where: { id, recordId, byId },
    select: { id: true, name: true, mediaType: true, bytes: true, width: true, height: true },
  });
  const mediaType = file?.mediaType ?? "";
  return file && isMediaType(mediaType)
    ? { ok: true, value: { ...file, mediaType } }
    : problem("upload_gone");
}

function problem(key: FileProblem): Result<never> {
  return { ok: false, refusal: { code: "invalid", fields: { file: [{ key }] } } };
}
