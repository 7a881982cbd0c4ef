import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readNotices } from "@/lib/commands/notification/read-notices";
import { handOverGrant } from "@/lib/commands/people/hand-over-grant";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { database, inTransaction } from "@/lib/db/client";
import { notify } from "@/lib/db/notices";
import { noticePath } from "@/lib/domain/notification/notice";
import type { SignedIn } from "@/lib/domain/people/actor";
import { remind } from "@/lib/jobs/remind";
import { countUnread, listNotices } from "@/lib/queries/notification/notices";
import { listIdleGrants } from "@/lib/queries/people/idle-grants";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPerson, aSubmission, aThread, must } from "@/tests/support/factories";
import { namesOfNotified } from "@/tests/support/notified";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});
beforeEach(() => database().notice.deleteMany());

const notified = (kind: string) => namesOfNotified(cast, kind);
const day = 86_400_000;

describe("the inbox", () => {
  const fill = (reader: SignedIn, count: number) =>
    inTransaction((tx) =>
      notify(
        tx,
        Array.from({ length: count }, () => ({
          kind: "published" as const,
          event: randomUUID(),
          personIds: [reader.personId],
          detail: { title: "A project", city: "Phuket" },
        })),
        new Date(),
      ),
    );

  test("is read page by page, each notice once, and only one's own", async () => {
    await fill(cast.editorOfPhuket, 70);
    await fill(cast.leadOfPhuket, 3);
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await listNotices(cast.editorOfPhuket, { after });
      seen.push(...page.notices.map(({ id }) => id));
      if (page.after === null) break;
      after = page.after;
    }
    expect(seen).toHaveLength(70);
    expect(new Set(seen).size).toBe(70);
    expect(await countUnread(cast.editorOfPhuket)).toBe(70);
  });

  test("links to the thread in which somebody wrote", async () => {
    const threadId = await aThread(cast);
    const { notices } = await listNotices(cast.leadOfPhuket, {});
    const notice = notices.find((each) => each.threadId === threadId);
    expect(notice && noticePath(notice, "en")).toBe(
      `/office/submissions/${notice?.submissionId}#thread-${threadId}`,
    );
  });

  test("is marked as read one by one, and as a whole", async () => {
    await fill(cast.editorOfPhuket, 3);
    await fill(cast.leadOfPhuket, 1);
    const { personId } = cast.editorOfPhuket;
    const first = await database().notice.findFirstOrThrow({ where: { personId } });
    must(await readNotices(cast.editorOfPhuket, { personId, noticeId: first.id }));
    expect(await countUnread(cast.editorOfPhuket)).toBe(2);
    must(await readNotices(cast.editorOfPhuket, { personId }));
    expect(await countUnread(cast.editorOfPhuket)).toBe(0);
    expect(await countUnread(cast.leadOfPhuket)).toBe(1);
  });
});

describe("reminders", () => {
  const aReport = async (opensAt: Date, dueAt: Date) => {
    return database().report.create({
      data: {
        id: randomUUID(),
        slug: `test-${randomUUID()}`,
        name: "Report of the year",
        asOf: dueAt,
        opensAt,
        dueAt,
        createdAt: opensAt,
      },
    });
  };
  const now = new Date("2030-06-01T03:00:00Z");
  const daysOn = (days: number) => new Date(now.getTime() + days * day);
  const aboutPhuket = async (kind: string, at: Date) => {
    await remind(at);
    return database().notice.count({
      where: { kind, personId: cast.leadOfPhuket.personId, city: { slug: "phuket" } },
    });
  };

  test("say what is due in 30, 7 and 1 days and overdue, each once", async () => {
    await aReport(daysOn(-1), daysOn(40));
    expect(await aboutPhuket("due_30", now)).toBe(0);
    expect(await aboutPhuket("due_30", daysOn(11))).toBe(1);
    expect(await aboutPhuket("due_30", daysOn(12))).toBe(1);
    expect(await aboutPhuket("due_7", daysOn(34))).toBe(1);
    expect(await aboutPhuket("due_1", daysOn(39))).toBe(1);
    expect(await aboutPhuket("overdue", daysOn(40))).toBe(1);
    expect(await aboutPhuket("overdue", daysOn(41))).toBe(1);
    expect(await notified("overdue")).not.toContain("representativeOfThailand");
    await remind(daysOn(55));
    expect(await notified("overdue")).toContain("representativeOfThailand");
    expect(await notified("overdue")).not.toContain("reviewer");
    await remind(daysOn(62));
    expect(await notified("overdue")).toContain("reviewer");
  });

  test("are not for a city that has sent everything, and wait for an extension", async () => {
    const report = await aReport(daysOn(-1), daysOn(3));
    const cityId = cast.leadOfPhuket.grants.flatMap((each) =>
      "cityId" in each ? [each.cityId] : [],
    )[0] as string;
    await database().reportExtension.create({
      data: {
        id: randomUUID(),
        reportId: report.id,
        cityId,
        until: daysOn(60),
        reason: "Floods",
        grantedAt: now,
        grantedById: cast.administrator.personId,
      },
    });
    expect(await aboutPhuket("due_7", now)).toBe(0);
    expect(await notified("due_7")).toContain("leadOfMakassar");
    const records = await database().record.findMany({
      where: {
        cityId,
        OR: [{ kind: "plan" }, { periods: { some: { untilDay: null, isListed: true } } }],
      },
      select: { id: true },
    });
    await database().submission.createMany({
      data: records.map(({ id }) => ({
        id: randomUUID(),
        recordId: id,
        cityId,
        content: {},
        contentHash: "0".repeat(64),
        draftVersion: 1,
        changedFields: 0,
        needsClearance: false,
        state: "approved" as const,
        submittedAt: now,
        submittedById: cast.leadOfPhuket.personId,
      })),
    });
    expect(await aboutPhuket("due_7", daysOn(55))).toBe(0);
  });

  test("name once what was not confirmed for 180 days", async () => {
    expect(await aboutPhuket("stale", now)).toBe(1);
    expect(await aboutPhuket("stale", daysOn(1))).toBe(1);
  });

  test("escalate a question that nobody answers", async () => {
    const asked = new Date("2030-01-01T00:00:00Z");
    const submissionId = await aSubmission(cast);
    must(await askForClarification(cast.reviewer, { submissionId, reason: "Why?" }, asked));
    const at = (days: number) => remind(new Date(asked.getTime() + days * day));
    const waiting = async () => {
      const rows = await database().notice.findMany({
        where: { kind: "waiting", submissionId },
        select: { personId: true },
      });
      return new Set(rows.map(({ personId }) => personId));
    };
    await at(6);
    expect((await waiting()).size).toBe(0);
    await at(8);
    expect(await waiting()).toContain(cast.leadOfPhuket.personId);
    expect(await waiting()).not.toContain(cast.representativeOfThailand.personId);
    await at(15);
    expect(await waiting()).toContain(cast.representativeOfThailand.personId);
    await at(22);
    expect(await waiting()).toContain(cast.administrator.personId);
  });
});

describe("a role whose holder is away", () => {
  test("is listed for the administrator, with who could take it over, and handed over with its history", async () => {
    const [away, candidate] = [await aPerson(), await aPerson()];
    const long = new Date(Date.now() - 200 * day);
    await database().person.update({ where: { id: away }, data: { createdAt: long } });
    await database().session.create({
      data: {
        id: randomUUID(),
        personId: candidate,
        passwordVersion: 0,
        startedAt: new Date(),
        lastSeenAt: new Date(),
        expiresAt: new Date(Date.now() + day),
      },
    });
    const list = await listIdleGrants(cast.administrator, new Date());
    const idle = list.find(({ personId }) => personId === away);
    expect(idle?.candidates.map(({ id }) => id)).toContain(candidate);
    expect(await listIdleGrants(cast.leadOfPhuket, new Date())).toEqual([]);

    const grantId = idle?.id as string;
    await database().grant.updateMany({
      where: { personId: candidate },
      data: { removedAt: new Date() },
    });
    must(await handOverGrant(cast.administrator, { grantId, toPersonId: candidate }));

    const [old, fresh] = await Promise.all([
      database().grant.findUniqueOrThrow({ where: { id: grantId } }),
      database().grant.findFirstOrThrow({ where: { personId: candidate, removedAt: null } }),
    ]);
    expect(old.removedAt).not.toBeNull();
    expect(fresh).toMatchObject({ handedFromId: grantId, role: old.role, cityId: old.cityId });
    const notices = await database().notice.findMany({
      where: { personId: { in: [away, candidate] } },
    });
    expect(notices.map(({ kind }) => kind).sort()).toEqual(["grant_given", "grant_taken"]);
    expect(await handOverGrant(cast.administrator, { grantId, toPersonId: candidate })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "already_removed" },
    });
    for (const toPersonId of [candidate, randomUUID()]) {
      expect(
        await handOverGrant(cast.administrator, { grantId: fresh.id, toPersonId }),
      ).toMatchObject({ ok: false, refusal: { code: "invalid" } });
    }
  });
});
