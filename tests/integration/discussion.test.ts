import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { readNotices } from "@/lib/commands/notification/read-notices";
import { commentOnDraft } from "@/lib/commands/record/comment-on-draft";
import { database } from "@/lib/db/client";
import type { LiveEvent } from "@/lib/domain/live/live";
import { watchRecord } from "@/lib/live/hub";
import { listTimeline } from "@/lib/queries/history/timeline";
import { listNotices } from "@/lib/queries/notification/notices";
import { findDiscussion } from "@/lib/queries/record/discussion";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPerson, aReadyProject, must } from "@/tests/support/factories";
import { countRows } from "@/tests/support/rows";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

async function mentionsOf(recordId: string, reader = cast.editorOfPhuket) {
  const { notices } = await listNotices(reader, {});
  return notices.filter((notice) => notice.recordId === recordId && notice.readAt === null);
}

describe("a discussion", () => {
  test("is read by the city's own staff, and never by the secretariat, the representative or another city", async () => {
    const recordId = await aReadyProject(cast);
    must(await commentOnDraft(cast.editorOfPhuket, { recordId, text: "Is this still so?" }));
    must(await commentOnDraft(cast.leadOfPhuket, { recordId, text: "It is." }));

    for (const reader of [cast.editorOfPhuket, cast.leadOfPhuket]) {
      expect((await findDiscussion(reader, recordId))?.comments).toMatchObject([
        { text: "Is this still so?", byName: cast.editorOfPhuket.name },
        { text: "It is.", byName: cast.leadOfPhuket.name },
      ]);
    }
    for (const reader of [
      cast.administrator,
      cast.reviewer,
      cast.representativeOfThailand,
      cast.editorOfMakassar,
      cast.leadOfMakassar,
    ]) {
      expect(await findDiscussion(reader, recordId), reader.name).toBeNull();
    }
  });

  test("leaves no text in the timeline, which administrators read", async () => {
    const recordId = await aReadyProject(cast);
    const before = await countRows();
    must(await commentOnDraft(cast.leadOfPhuket, { recordId, text: "Between us" }));

    const after = await countRows();
    expect(after).toEqual({ ...before, draftComments: before.draftComments + 1 });
    const { entries } = await listTimeline(cast.administrator, recordId);
    expect(JSON.stringify(entries)).not.toContain("Between us");
  });

  test("reports to open windows that there is a new comment, but not its text", async () => {
    const recordId = await aReadyProject(cast);
    const received: LiveEvent[] = [];
    const asked = { recordId, tab: randomUUID() };
    const watch = await watchRecord(cast.editorOfPhuket, asked, (event) => received.push(event));
    if (watch === null || watch === "too_many") throw new Error("the editor may watch it");
    must(await commentOnDraft(cast.leadOfPhuket, { recordId, text: "Look here" }));
    await vi.waitFor(() => expect(received).toContainEqual({ kind: "commented" }), 10_000);
    watch.close();
  });

  test("offers to mention everybody of the city except oneself and former staff", async () => {
    const recordId = await aReadyProject(cast);
    const [gone, without] = [await aPerson(), await aPerson()];
    await database().person.update({ where: { id: gone }, data: { deactivatedAt: new Date() } });
    await database().grant.updateMany({
      where: { personId: without },
      data: { removedAt: new Date() },
    });
    const found = await findDiscussion(cast.leadOfPhuket, recordId);
    const ids = found?.people.map(({ id }) => id) ?? [];
    expect(ids).toContain(cast.editorOfPhuket.personId);
    for (const id of [cast.leadOfPhuket.personId, gone, without]) expect(ids).not.toContain(id);

    for (const mentions of [
      gone,
      without,
      cast.reviewer.personId,
      cast.editorOfMakassar.personId,
    ]) {
      const before = await countRows();
      expect(
        await commentOnDraft(cast.leadOfPhuket, { recordId, text: "You there", mentions }),
      ).toEqual({
        ok: false,
        refusal: { code: "invalid", fields: { mentions: [{ key: "unknown_person" }] } },
      });
      expect(await countRows()).toEqual(before);
    }
  });

  test("notifies the mentioned person, and is new to them until they open the record", async () => {
    const recordId = await aReadyProject(cast);
    const { personId } = cast.editorOfPhuket;
    must(
      await commentOnDraft(cast.leadOfPhuket, {
        recordId,
        text: "Please look",
        mentions: `${personId} ${cast.leadOfPhuket.personId} ${personId}`,
      }),
    );

    const listed = await mentionsOf(recordId);
    expect(listed).toMatchObject([
      { kind: "mentioned", detail: { byName: cast.leadOfPhuket.name, city: "Phuket" } },
    ]);
    expect(JSON.stringify(listed)).not.toContain("Please look");
    // Nobody is notified of what they wrote themselves.
    expect(await mentionsOf(recordId, cast.leadOfPhuket)).toEqual([]);
    expect(await findDiscussion(cast.editorOfPhuket, recordId)).toMatchObject({
      isMentioned: true,
      comments: [{ mentionedNames: [cast.editorOfPhuket.name, cast.leadOfPhuket.name] }],
    });

    must(await readNotices(cast.editorOfPhuket, { recordId, personId }));

    expect(await mentionsOf(recordId)).toEqual([]);
    expect(await findDiscussion(cast.editorOfPhuket, recordId)).toMatchObject({
      isMentioned: false,
    });
    const first = await database().notice.findFirstOrThrow({ where: { personId, recordId } });
    must(await readNotices(cast.editorOfPhuket, { recordId, personId }));
    const again = await database().notice.findFirstOrThrow({ where: { personId, recordId } });
    expect(again.readAt).toEqual(first.readAt);
  });

  test("refuses an empty comment, one that is too long, and a mention that is no person", async () => {
    const recordId = await aReadyProject(cast);
    for (const [input, fields] of [
      [{ text: "  " }, { text: [{ key: "missing" }] }],
      [{ text: "x".repeat(4001) }, { text: [{ key: "too_long", limit: 4000 }] }],
      [{ text: "Hello", mentions: "everybody" }, { "mentions.0": [{ key: "not_understood" }] }],
    ] as const) {
      expect(await commentOnDraft(cast.leadOfPhuket, { recordId, ...input })).toEqual({
        ok: false,
        refusal: { code: "invalid", fields },
      });
    }
  });
});
