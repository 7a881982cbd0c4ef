import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockRecord } from "@/lib/db/locks";
import { type FileFacts, fileLimits, toFileName } from "@/lib/domain/record/file";
import { refuse } from "@/lib/domain/result/result";
import { StoredFile } from "@/lib/files/ingest";

/**
 * Adds a stored file to a project, so that its evidence can refer to it. The draft does not change. A file added twice
 * under one id is added once. Refuses `invalid` when the project's files exceed their total size.
 */
export const addFile = command({
  permission: "evidence.add",
  input: z.object({
    recordId: z.uuid(),
    fileId: z.uuid(),
    name: z.string().max(2_000),
    stored: z.instanceof(StoredFile),
  }),
  subject: (tx, input) => lockRecord(tx, input.recordId),

  async run({ tx, actor, subject: record, input, now }) {
    if (record.kind !== "project") refuse({ code: "not_found" });
    const { fileId: id, stored } = input;
    const before = await tx.evidenceFile.findUnique({ where: { id }, select: { recordId: true } });
    if (before && before.recordId !== record.id) refuse({ code: "not_found" });

    const { sha256, previewSha256, ...shown } = stored.facts;
    const value: FileFacts = { id, name: toFileName(input.name, shown.mediaType), ...shown };
    if (before) return { value, entry: null };

    const { _sum } = await tx.evidenceFile.aggregate({
      where: { recordId: record.id },
      _sum: { bytes: true },
    });
    if ((_sum.bytes ?? 0) + value.bytes > fileLimits.project) {
      refuse({ code: "invalid", fields: { file: [{ key: "project_full" }] } });
    }
    await tx.evidenceFile.create({
      data: { ...value, recordId: record.id, sha256, previewSha256, at: now, byId: actor.personId },
    });
    const { id: recordId, cityId } = record;
    return { value, entry: { kind: "evidence_added", recordId, cityId, file: value.name } };
  },
});
