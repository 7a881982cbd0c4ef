import { randomUUID } from "node:crypto";
import { appendFile, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { addUploadedFile } from "@/lib/commands/record/add-uploaded-file";
import { commentOnDraft } from "@/lib/commands/record/comment-on-draft";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { commentOnSubmission } from "@/lib/commands/review/comment-on-submission";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { writeNote } from "@/lib/commands/review/write-note";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { publishHeads } from "@/lib/db/published-heads";
import { verifyHistory } from "@/lib/jobs/verify-history";
import { listPublishedHeads } from "@/lib/queries/public/history";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPublishedProject, aSubmission, must } from "@/tests/support/factories";
import { anUpload, aPdf } from "@/tests/support/files";

// Alters everything that the owner of the database can alter, and tests that the check finds it.

let cast: Cast;
let submissionId: string;
let recordId: string;

beforeAll(async () => {
  cast = await getCast();
  submissionId = await aSubmission(cast);
  must(await commentOnSubmission(cast.reviewer, { submissionId, text: "Said in review" }));
  must(await writeNote(cast.reviewer, { submissionId, text: "For the secretariat alone" }));
  const { recordId: id, cityId } = await database().submission.findUniqueOrThrow({
    where: { id: submissionId },
  });
  recordId = id;
  must(await commentOnDraft(cast.leadOfPhuket, { recordId, text: "Said in the city" }));
  const { personId } = cast.leadOfPhuket;
  const uploadId = await anUpload({ recordId, cityId, personId, name: "permit.pdf" }, aPdf);
  must(await addUploadedFile(cast.leadOfPhuket, { recordId, uploadId }));
  must(await approveSubmission(cast.reviewer, { submissionId }));
  must(
    await withholdRecord(cast.reviewer, {
      recordId: await aPublishedProject(cast),
      reason: "Asked by the city",
      notice: "Looked into.",
    }),
  );
});

/** Runs SQL without triggers, as the owner of the database can. */
function tamper(...statements: [sql: string, ...values: unknown[]][]) {
  return database().$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    for (const [sql, ...values] of statements) await tx.$executeRawUnsafe(sql, ...values);
  });
}

const faultsNow = async () => (await verifyHistory()).faults;

type Alteration = { table: string; column: string; value: string; where: string };

/** Sets columns of rows, returns the faults that the check finds, and restores the rows. */
async function faultsAfter(alterations: Alteration[]) {
  const before: { table: string; column: string; row: Prisma.JsonObject }[] = [];
  for (const { table, column, value, where } of alterations) {
    const rows = await database().$queryRawUnsafe<{ row: Prisma.JsonObject }[]>(
      `select to_jsonb(t) as row from "${table}" t where ${where}`,
    );
    expect(rows.length, `rows of ${table}`).toBeGreaterThan(0);
    before.push(...rows.map(({ row }) => ({ table, column, row })));
    await tamper([`update "${table}" t set "${column}" = ${value} where ${where}`]);
  }
  const faults = await faultsNow();
  for (const { table, column, row } of before) {
    const key = "id" in row ? "id" : "editionId";
    await tamper([
      `update "${table}" set "${column}" = (jsonb_populate_record(null::"${table}", $1::jsonb))."${column}"
       where "${key}" = $2::uuid`,
      JSON.stringify(row),
      row[key],
    ]);
  }
  return faults;
}

test("the history of a new installation and of commands is intact", async () => {
  expect(await faultsNow()).toEqual([]);
});

describe("each alteration without triggers is found", () => {
  const ofRecord = () => `"recordId" = '${recordId}'`;
  const ofSubmission = () => `"submissionId" = '${submissionId}'`;
  // A check reads everything and takes seconds. Many tables are therefore altered at once, one column of one row each.
  const rounds: [table: string, column: string, value: string, where: () => string][][] = [
    [
      ["Edition", "publishedAt", `"publishedAt" - interval '200 days'`, ofRecord],
      ["DraftChange", "before", `'"another"'::jsonb`, ofRecord],
      ["Save", "at", `at - interval '1 day'`, ofRecord],
      ["Comment", "text", `'Said otherwise'`, ofSubmission],
      ["DraftComment", "text", `'Said otherwise'`, ofRecord],
      ["InternalNote", "text", `'Noted otherwise'`, ofSubmission],
      ["Submission", "content", `jsonb_set(content, '{title}', '"Another"')`, ofRecord],
      ["Decision", "decidedById", `(select id from "Person" order by email limit 1)`, ofSubmission],
      ["EvidenceFile", "name", `'another.pdf'`, ofRecord],
      ["Person", "name", `'Somebody else'`, () => `id = '${cast.reviewer.personId}'`],
      [
        "Assessment",
        "why",
        `'Another reason'`,
        () => `id = (select id from "Assessment" order by id limit 1)`,
      ],
      ["Withholding", "reason", `'Another reason'`, () => `true`],
      [
        "ReportFreeze",
        "frozenAt",
        `"frozenAt" - interval '1 day'`,
        () => `id = (select id from "ReportFreeze" order by "frozenAt", id limit 1)`,
      ],
    ],
    [
      ["Edition", "effectiveOn", `"effectiveOn" - 200`, ofRecord],
      ["DraftChange", "after", `'"another"'::jsonb`, ofRecord],
    ],
    [["DraftChange", "byId", `(select id from "Person" order by email limit 1)`, ofRecord]],
  ];
  test.each(rounds.map((round) => [round]))("%j", async (round) => {
    const faults = await faultsAfter(
      round.map(([table, column, value, where]) => ({ table, column, value, where: where() })),
    );
    for (const [table] of round) {
      expect(faults).toContainEqual(
        expect.stringMatching(new RegExp(`: ${table} \\S+ is not what it was, or is gone$`, "u")),
      );
    }
  });

  test("after everything is restored, the history is intact again", async () => {
    expect(await faultsNow()).toEqual([]);
  });

  test("the fields of an edition that a page shows", async () => {
    const where = `"recordId" = '${recordId}'`;
    const faults = await faultsAfter([
      { table: "EditionPeriod", column: "title", value: `'Another title'`, where },
    ]);
    expect(faults).toEqual(["phuket: its pages do not show what its editions say"]);
  });

  test("an edition of a frozen report, replaced with another one", async () => {
    const [swapped] = await database().$queryRawUnsafe<
      { freeze: string; was: string; is: string }[]
    >(
      `select f."freezeId" as freeze, f."editionId" as was, e.id as is
       from "ReportEdition" f join "Edition" g on g.id = f."editionId"
       join "Edition" e on e."recordId" = g."recordId" and e.id <> g.id
       where not exists (select 1 from "ReportEdition" o where o."freezeId" = f."freezeId" and o."editionId" = e.id)
       limit 1`,
    );
    const swap = (from = swapped?.was, to = swapped?.is) =>
      tamper([
        `update "ReportEdition" set "editionId" = $3::uuid where "freezeId" = $1::uuid and "editionId" = $2::uuid`,
        swapped?.freeze,
        from,
        to,
      ]);
    await swap();
    const faults = await faultsNow();
    expect(faults.join("\n")).toMatch(/The network: ReportEdition .* is not what it was/u);
    expect(faults.join("\n")).toMatch(/Report .*: its hash is not that of its editions/u);
    await swap(swapped?.is, swapped?.was);
    expect(await faultsNow()).toEqual([]);
  });

  test("a row that was removed, and one that was inserted", async () => {
    const [row] = await database().$queryRaw<{ id: string; row: Prisma.JsonObject }[]>`
      select id::text, to_jsonb(t) as row from "Comment" t where "submissionId" = ${submissionId}::uuid`;
    await tamper([`delete from "Comment" where id = $1::uuid`, row?.id]);
    expect(await faultsNow()).toEqual([
      `Phuket: Comment ${row?.id} is not what it was, or is gone`,
    ]);
    const putIn = (values: object) =>
      tamper([
        `insert into "Comment" select * from jsonb_populate_record(null::"Comment", $1::jsonb)`,
        JSON.stringify(values),
      ]);
    await putIn(row?.row as object);
    const another = randomUUID();
    await putIn({ ...row?.row, id: another });
    expect(await faultsNow()).toEqual([`Comment ${another}: no digest tells of it`]);
    await tamper([`delete from "Comment" where id = $1::uuid`, another]);
    expect(await faultsNow()).toEqual([]);
  });

  test("the bytes of a file", async () => {
    const { sha256 } = await database().evidenceFile.findFirstOrThrow({ where: { recordId } });
    const folder = join(String(process.env["DATA_DIR"]), "files", sha256.slice(0, 2));
    await appendFile(join(folder, sha256.slice(2, 4), sha256), "more");
    expect(await faultsNow()).toEqual([
      `File ${sha256}: its bytes are not what they were, or are gone`,
    ]);
    await writeFile(join(folder, sha256.slice(2, 4), sha256), aPdf);
    expect(await faultsNow()).toEqual([]);
  });
});

describe("alterations together with every digest in the database are found", () => {
  /** Removes everything that was written for Phuket after this head, and sets the head back to it. */
  async function removeSince(head: { place: number; rowsPlace: number }, cityId: string) {
    const at = (sql: string) => [sql, cityId, head.place] as [string, ...unknown[]];
    const rowsAt = (sql: string) => [sql, cityId, head.rowsPlace] as [string, ...unknown[]];
    await tamper(
      rowsAt(`delete from "Edition" where id::text in (select "rowId" from "RowDigest"
        where chain = $1 and place > $2 and "tableName" = 'Edition')`),
      at(`delete from "TimelineEntry" where chain = $1 and place > $2`),
      rowsAt(`delete from "RowDigest" where chain = $1 and place > $2`),
      at(`update "ChainHead" set place = $2, hash = (select hash from "TimelineEntry" where chain = $1 and place = $2)
        where chain = $1`),
      rowsAt(`update "ChainHead" set "rowsPlace" = $2,
        "rowsHash" = (select hash from "RowDigest" where chain = $1 and place = $2) where chain = $1`),
    );
  }

  test("a publication also publishes the heads of the chains", async () => {
    await aPublishedProject(cast);
    const [job] = await database().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from graphile_worker.jobs where task_identifier = 'publish_heads'`;
    expect(job?.count).toBe(1);
  });

  test.each([false, true])(
    "the tail with an edition of today, the published heads too: %s",
    async (withPublished) => {
      const { id: cityId } = await database().city.findUniqueOrThrow({
        where: { slug: "makassar" },
      });
      const before = await database().chainHead.findUnique({ where: { chain: cityId } });
      await database().timelineEntry.create({
        data: { id: randomUUID(), at: new Date(), kind: "draft_edited", cityId, detail: {} },
      });
      await publishHeads(new Date());
      await removeSince(before as NonNullable<typeof before>, cityId);
      if (withPublished) {
        await tamper([
          `delete from "PublishedHead" where chain = $1 and place > $2`,
          cityId,
          before?.place,
        ]);
      }
      const lost = Number(before?.place) + 1;
      expect(await faultsNow()).toContain(`Makassar: broken at entry ${lost} (missing)`);
    },
  );

  test("a rewritten chain differs from heads that were saved elsewhere", async () => {
    const { id: cityId } = await database().city.findUniqueOrThrow({ where: { slug: "phuket" } });
    const { heads } = (await listPublishedHeads({ cursor: null, limit: 1000 })) as {
      heads: unknown[];
    };
    const kept = join(await mkdtemp(join(tmpdir(), "kept-heads-")), "heads.json");
    await writeFile(kept, JSON.stringify({ items: heads }));
    await tamper([
      `update "TimelineEntry" set at = at - interval '1 day' where chain = $1`,
      cityId,
    ]);
    const entries = await database().timelineEntry.findMany({
      where: { chain: cityId },
      orderBy: { place: "asc" },
    });
    await tamper(
      [`delete from "TimelineEntry" where chain = $1`, cityId],
      [`delete from "PublishedHead" where chain = $1`, cityId],
      [`update "ChainHead" set place = 0, hash = repeat('0', 64) where chain = $1`, cityId],
    );
    for (const { place: _, hash: __, ...entry } of entries) {
      await database().timelineEntry.create({
        data: { ...entry, detail: entry.detail as Prisma.InputJsonObject },
      });
    }
    expect((await verifyHistory(kept)).faults.join("\n")).toMatch(
      /Phuket: broken at entry \d+ \(published\)/u,
    );
  });
});
