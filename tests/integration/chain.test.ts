import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { commentOnDraft } from "@/lib/commands/record/comment-on-draft";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { checkChain, listChains } from "@/lib/db/chain-check";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { publishHeads } from "@/lib/db/published-heads";
import { type Cast, getCast } from "@/tests/support/cast";
import { aReadyProject, aSubmission, must } from "@/tests/support/factories";

let cast: Cast;
let city: string;

beforeAll(async () => {
  cast = await getCast();
  ({ id: city } = await database().city.findUniqueOrThrow({ where: { slug: "phuket" } }));
});

/** Returns a chain that a test may break: the chain of a city that no other test uses. */
async function aChain(entries = 6): Promise<string> {
  const id = randomUUID();
  const { id: _, ...like } = await database().city.findUniqueOrThrow({ where: { id: city } });
  await database().city.create({ data: { ...like, id, slug: `a-city-${id}` } });
  for (let n = 0; n < entries; n++) await notify(id, { number: n });
  return id;
}

function notify(cityId: string, detail: Prisma.InputJsonObject) {
  const id = randomUUID();
  return database().timelineEntry.create({
    data: { id, at: new Date(), kind: "draft_edited", cityId, detail },
  });
}

/** Runs SQL with triggers switched off, as the owner of the database can. */
function tamper(...statements: [sql: string, ...values: unknown[]][]) {
  return database().$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    for (const [sql, ...values] of statements) await tx.$executeRawUnsafe(sql, ...values);
  });
}

const entryAt = (chain: string, place: number) =>
  database().timelineEntry.findUniqueOrThrow({ where: { chain_place: { chain, place } } });

test("the chains of a new installation are intact, with all its editions", async () => {
  let editions = 0;
  for (const chain of await listChains()) {
    const check = await checkChain(chain);
    expect(check.broken).toBeNull();
    editions += check.editions;
  }
  expect(editions).toBe(await database().edition.count());
});

test("the entry of an approval holds the hash of its edition", async () => {
  const submissionId = await aSubmission(cast);
  const before = await checkChain(city);
  must(await approveSubmission(cast.reviewer, { submissionId }));
  const after = await checkChain(city);
  expect(after).toMatchObject({ editions: before.editions + 1, broken: null });
});

test("writers at the same time never follow the same entry", async () => {
  const recordId = await aReadyProject(cast);
  const before = await checkChain(city);
  const all = Array.from({ length: 30 }, (_, n) =>
    commentOnDraft(cast.leadOfPhuket, { recordId, text: `Said ${n}` }),
  );
  await Promise.all(all.map(async (one) => must(await one)));
  await Promise.all(Array.from({ length: 30 }, (_, n) => notify(city, { n })));
  const after = await checkChain(city);
  expect(after.broken).toBeNull();
  expect(after.entries).toBeGreaterThanOrEqual(before.entries + 30);
});

test("the database and the check compute the same canonical form of every entry", async () => {
  const chain = await aChain(0);
  const detail = fc.dictionary(
    fc.stringMatching(/^[a-zA-Z]{1,8}$/u),
    fc.oneof(
      fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0")),
      fc.constantFrom(
        '"',
        "\\",
        "\b\f\n\r\t\u0001\u001f\u007f",
        "\u2028 / </script>",
        "ភាសា",
        "😀",
      ),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string({ unit: "grapheme-ascii" })),
    ),
  );
  for (const sample of fc.sample(detail, { numRuns: 200, seed: 7 })) {
    await notify(chain, sample as Prisma.InputJsonObject);
  }
  expect(await checkChain(chain)).toMatchObject({ entries: 200, broken: null });
});

describe("the check of a broken chain names its first wrong entry", () => {
  let chain: string;
  beforeEach(async () => {
    chain = await aChain();
    expect(await checkChain(chain)).toMatchObject({ entries: 6, broken: null });
  });

  test.each([
    ["detail", `'{"number": 9}'::jsonb`],
    ["kind", "'cleared'"],
    ["at", "at - interval '1 day'"],
    ["hash", "repeat('a', 64)"],
    ["byId", `(select id from "Person" limit 1)`],
    ["recordId", `(select id from "Record" limit 1)`],
  ])("changed: %s", async (column, value) => {
    await tamper([
      `update "TimelineEntry" set "${column}" = ${value} where chain = $1 and place = 3`,
      chain,
    ]);
    expect((await checkChain(chain)).broken).toEqual({ place: 3, fault: "changed" });
  });

  test("removed from the middle", async () => {
    await tamper([`delete from "TimelineEntry" where chain = $1 and place = 3`, chain]);
    expect((await checkChain(chain)).broken).toEqual({ place: 3, fault: "missing" });
  });

  test("removed from the middle, with those after it moved up", async () => {
    await tamper(
      [`delete from "TimelineEntry" where chain = $1 and place = 3`, chain],
      [`update "TimelineEntry" set place = place - 101 where chain = $1 and place > 3`, chain],
      [`update "TimelineEntry" set place = place + 100 where chain = $1 and place < 0`, chain],
    );
    expect((await checkChain(chain)).broken).toEqual({ place: 3, fault: "changed" });
  });

  test("removed from the end", async () => {
    await tamper([`delete from "TimelineEntry" where chain = $1 and place = 6`, chain]);
    expect((await checkChain(chain)).broken).toEqual({ place: 6, fault: "end" });
  });

  test("removed from the end with its head, after it was published", async () => {
    await publishHeads(new Date());
    const { hash } = await entryAt(chain, 5);
    await tamper(
      [`delete from "TimelineEntry" where chain = $1 and place = 6`, chain],
      [`update "ChainHead" set place = 5, hash = $2 where chain = $1`, chain, hash],
    );
    expect((await checkChain(chain)).broken).toEqual({ place: 6, fault: "missing" });
  });

  test("inserted in between", async () => {
    const third = await entryAt(chain, 3);
    await tamper(
      [`update "TimelineEntry" set place = place + 100 where chain = $1 and place >= 3`, chain],
      [`update "TimelineEntry" set place = place - 99 where chain = $1 and place > 100`, chain],
      [
        `insert into "TimelineEntry" (id, at, kind, detail, "cityId", chain, place, hash)
         values (gen_random_uuid(), now(), 'cleared', '{}', $1::uuid, $1, 3, $2)`,
        chain,
        third.hash,
      ],
    );
    expect((await checkChain(chain)).broken).toEqual({ place: 3, fault: "changed" });
  });

  test("swapped", async () => {
    await tamper(
      [`update "TimelineEntry" set place = -2 where chain = $1 and place = 2`, chain],
      [`update "TimelineEntry" set place = 2 where chain = $1 and place = 4`, chain],
      [`update "TimelineEntry" set place = 4 where chain = $1 and place = -2`, chain],
    );
    expect((await checkChain(chain)).broken).toEqual({ place: 2, fault: "changed" });
  });

  test("rewritten as a whole, after it was published", async () => {
    await publishHeads(new Date());
    await tamper(
      [`delete from "TimelineEntry" where chain = $1`, chain],
      [`delete from "ChainHead" where chain = $1`, chain],
    );
    for (let n = 0; n < 6; n++) await notify(chain, { number: n + 100 });
    expect((await checkChain(chain)).broken).toEqual({ place: 6, fault: "published" });
  });
});

describe("the check finds a changed edition", () => {
  let number: number;
  let recordId: string;
  beforeEach(async () => {
    const submissionId = await aSubmission(cast);
    must(await approveSubmission(cast.reviewer, { submissionId }));
    ({ number, recordId } = await database().edition.findUniqueOrThrow({
      where: { submissionId },
    }));
  });

  const set = (assignment: string) =>
    tamper([
      `update "Edition" set ${assignment} where "recordId" = $1::uuid and number = $2`,
      recordId,
      number,
    ]);

  test("in its content, with and without its hash", async () => {
    const { content } = await database().edition.findFirstOrThrow({ where: { recordId } });
    await set(`content = jsonb_set(content, '{fields,title}', '"Something else"')`);
    const broken = (await checkChain(city)).broken;
    expect(broken?.fault).toBe("edition");
    await set(`hash = repeat('b', 64)`);
    expect((await checkChain(city)).broken).toEqual(broken);
    await tamper([
      `update "Edition" set content = $2::jsonb, hash = (select detail->>'hash' from "TimelineEntry"
        where "recordId" = $1::uuid and kind = 'published') where "recordId" = $1::uuid`,
      recordId,
      JSON.stringify(content),
    ]);
    expect((await checkChain(city)).broken).toBeNull();
  });
});
