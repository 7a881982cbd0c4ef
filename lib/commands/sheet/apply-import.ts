import "server-only";
import { v5 as uuidOf } from "uuid";
import * as z from "zod";
import { beginProjects, lockPlan } from "@/lib/commands/shared/begin-projects";
import { command } from "@/lib/commands/shared/command";
import { changeDraft, readEdits } from "@/lib/commands/shared/draft-changes";
import { lockImport } from "@/lib/commands/shared/lock-import";
import { lockRecord } from "@/lib/db/locks";
import type { TimelineEntry } from "@/lib/domain/history/timeline";
import { parseFields } from "@/lib/domain/record/record";
import { refuse } from "@/lib/domain/result/result";
import { isAcceptable, isEmptied, type RowChange } from "@/lib/domain/sheet/changes";
import { byRecord, changesOf } from "@/lib/domain/sheet/edits";
import { readSheetImport } from "@/lib/sheets/previews";

/**
 * Applies the accepted rows of an import to the drafts of its plan, all or none, as if somebody had typed them: creates
 * new projects, and changes each other record under a save whose id is derived from the import's. Sent twice it is
 * applied once. Refuses `conflict` when a draft or an answer changed since the preview, and `invalid` when something
 * would be removed or emptied, or a project begun, without confirmation, or when a record refuses a value.
 */
export const applyImport = command({
  permission: "plan.import",
  timeoutMs: 60_000,
  input: z.object({
    importId: z.uuid(),
    /** Fingerprint of the drafts that the preview was made from. */
    fingerprint: z.string(),
    /** True: every row except these keys; false: only these keys. */
    isAll: z.boolean(),
    keys: z.array(z.string()).max(100_000),
    /** Whether entries are to be removed and fields emptied; whether new projects are new. */
    confirmsRemoval: z.boolean(),
    confirmsNew: z.boolean(),
  }),
  subject: (tx, input) => lockImport(tx, input.importId),

  async run({ tx, actor, subject: sheet, input, now, onProgress }) {
    if (sheet.appliedAt) return { value: { records: 0, isRepeated: true }, entry: null };
    const plan = await lockPlan(tx, sheet.planId);
    const read = plan && (await readSheetImport(tx, sheet));
    if (!read) refuse({ code: "not_found" });
    if (read.fingerprint !== input.fingerprint) refuse({ code: "conflict" });

    const named = new Set(input.keys);
    const rows = read.rows.filter((row) => isAcceptable(row) && named.has(row.key) !== input.isAll);
    const removes = rows.some(({ kind, cells }) => kind === "delete" || cells.some(isEmptied));
    if (removes && !input.confirmsRemoval)
      refuse({ code: "invalid", fields: { confirmsRemoval: [{ key: "not_confirmed" }] } });
    if (rows.some(({ kind }) => kind === "begin") && !input.confirmsNew)
      refuse({ code: "invalid", fields: { confirmsNew: [{ key: "not_confirmed" }] } });

    const { cityId } = plan;
    const entries: TimelineEntry[] = [];
    const begun: Parameters<typeof beginProjects>[2] = [];
    // Records are locked in the order of their ids, so that two imports cannot deadlock.
    const records = [...byRecord(rows)].sort(([a], [b]) => a.localeCompare(b));
    for (const [index, [recordId, own]] of records.entries()) {
      onProgress(index / records.length);
      const first = own[0] as RowChange;
      const before = read.recordOf(first);
      const changes = changesOf(before, own);
      const row = own.find((each) => each.kind === "begin");
      if (row) {
        const fields = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
        const project = parseFields("project", { ...before.fields, ...fields });
        begun.push({ id: recordId, fields: project });
        entries.push({ kind: "project_created", recordId, cityId, title: project.title });
        continue;
      }
      const record = await lockRecord(tx, recordId);
      // The rows of a new project that was not accepted have no record to go to.
      if (!record) continue;
      const edits = await readEdits(tx, actor, record, changes);
      const save = { id: uuidOf(recordId, sheet.id), byId: actor.personId, at: now };
      const { applied, conflicts } = await changeDraft(tx, record, edits, save);
      if (conflicts.length > 0) refuse({ code: "conflict" });
      const fields = applied.map((change) => change.field);
      if (fields.length > 0) entries.push({ kind: "draft_edited", recordId, cityId, fields });
    }
    if (begun.length > 0) await beginProjects(tx, plan, begun, { at: now, byId: actor.personId });
    await tx.sheetImport.update({
      where: { id: sheet.id },
      data: { appliedAt: now, tables: [], source: null },
    });
    return { value: { records: entries.length, isRepeated: false }, entry: entries };
  },
});
