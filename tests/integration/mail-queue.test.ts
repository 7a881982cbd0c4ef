import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST as postUnsubscribe } from "@/app/api/unsubscribe/route";
import { chooseNotices } from "@/lib/commands/notification/choose-notices";
import { retryMail } from "@/lib/commands/notification/retry-mail";
import { removeGrant } from "@/lib/commands/people/remove-grant";
import { commentOnDraft } from "@/lib/commands/record/comment-on-draft";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { commentOnSubmission } from "@/lib/commands/review/comment-on-submission";
import { openThread } from "@/lib/commands/review/open-thread";
import { replyInThread } from "@/lib/commands/review/reply-in-thread";
import { resolveThread } from "@/lib/commands/review/resolve-thread";
import { writeNote } from "@/lib/commands/review/write-note";
import { database, inTransaction } from "@/lib/db/client";
import { runJobs } from "@/lib/db/job-runner";
import { type NewNotice, notify } from "@/lib/db/notices";
import { localDay } from "@/lib/domain/notification/digest";
import { everyKind, noticeKinds, unwantedKinds } from "@/lib/domain/notification/notice";
import { sendMail } from "@/lib/jobs/send-mail";
import { tasks } from "@/lib/jobs/tasks";
import { writeMail } from "@/lib/jobs/write-mail";
import { unsubscribeToken } from "@/lib/mail/unsubscribe";
import { listMails } from "@/lib/queries/notification/mails";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPerson, aReadyProject, aSubmission, must } from "@/tests/support/factories";

import { readMail } from "@/tests/support/mail-text";

type Handed = { to: string[]; text: string };

const handed: Handed[] = [];
let server: SMTPServer;
let port = 0;
let cast: Cast;

function newServer() {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        handed.push({ to, text: readMail(Buffer.concat(chunks).toString()) });
        done();
      });
    },
  });
}

async function openMailServer() {
  server = newServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  port = (server.server.address() as AddressInfo).port;
}

const closeMailServer = () => new Promise<void>((resolve) => server.close(resolve));

beforeAll(async () => {
  await openMailServer();
  // The settings are read once, so this is set before anything reads them.
  process.env["SMTP_URL"] = `smtp://127.0.0.1:${port}`;
  process.env["MAIL_FROM"] = "City action plans <plans@tracker.example>";
  cast = await getCast();
});

afterAll(closeMailServer);

beforeEach(async () => {
  await forget();
  await database().noticeChoice.deleteMany();
});

/** Removes all jobs, notices and mails, and empties the list of received mails. */
async function forget() {
  handed.length = 0;
  await database().$executeRaw`delete from graphile_worker._private_jobs`;
  await database().notice.deleteMany();
  await database().mail.deleteMany();
}

/** Runs every job that is due, in two processes. */
async function work() {
  const ends = [runJobs(tasks, ""), runJobs(tasks, "")];
  await vi.waitUntil(
    async () => {
      const rows = await database().$queryRaw<unknown[]>`
        select id from graphile_worker.jobs where run_at <= now() or locked_at is not null`;
      return rows.length === 0;
    },
    { timeout: 20_000 },
  );
  await Promise.all(ends.map((end) => end()));
}

async function emailOf({ personId }: { personId: string }) {
  const person = await database().person.findUniqueOrThrow({ where: { id: personId } });
  return person.email;
}

/** Returns a submission of Phuket of which nobody was notified. */
async function aQuietSubmission() {
  const submissionId = await aSubmission(cast);
  await forget();
  return submissionId;
}

const published = (personIds: string[], event = randomUUID()): NewNotice => ({
  kind: "published",
  event,
  personIds,
  detail: { title: `A project ${event}`, city: "Phuket" },
});

const notifyNow = (newNotices: NewNotice[], at = new Date()) =>
  inTransaction((tx) => notify(tx, newNotices, at));

describe("a clarification that is asked", () => {
  test("is mailed at once, in one mail to each, with all questions and links to their fields", async () => {
    const submissionId = await aSubmission(cast, { needsClearance: true });
    const thread = { submissionId, field: "summary", text: "Which year is this figure of?" };
    const suggested = { isSuggestion: "on", suggestion: "Cameras of 2025." };
    const { threadId } = must(await openThread(cast.reviewer, { ...thread, ...suggested }));
    must(await replyInThread(cast.leadOfPhuket, { threadId, text: "Of the last one." }));
    const whole = { submissionId, text: "The annex is missing." };
    must(await commentOnSubmission(cast.otherReviewer, whole));
    const answered = { submissionId, field: "dataNote", text: "Who counted?" };
    const resolved = must(await openThread(cast.reviewer, answered)).threadId;
    must(await resolveThread(cast.reviewer, { threadId: resolved, to: "resolved" }));
    must(await writeNote(cast.reviewer, { submissionId, text: "The minister will ask" }));
    const { recordId } = await database().submission.findUniqueOrThrow({
      where: { id: submissionId },
    });
    await forget();

    must(await askForClarification(cast.reviewer, { submissionId, reason: "Please see below." }));
    await work();

    const expected = await Promise.all(
      [cast.editorOfPhuket, cast.leadOfPhuket, cast.representativeOfThailand].map(emailOf),
    );
    const received = handed.flatMap(({ to }) => to);
    expect(received).toEqual(expect.arrayContaining(expected));
    expect(new Set(received).size).toBe(received.length);
    for (const person of [cast.editorOfMakassar, cast.leadOfMakassar, cast.reviewer]) {
      expect(received).not.toContain(await emailOf(person));
    }
    for (const { text } of handed) {
      expect(text).toContain("Please see below.");
      expect(text).toContain(`${cast.otherReviewer.name}: “The annex is missing.”`);
      expect(text).toContain(`${cast.reviewer.name}: “Which year is this figure of?”`);
      expect(text).toContain(`${cast.leadOfPhuket.name}: “Of the last one.”`);
      expect(text).toContain(`http://tests.example/office/projects/${recordId}#field-summary`);
      const submission = `http://tests.example/office/submissions/${submissionId}`;
      expect(text).toContain(`Accept or decline it here: ${submission}#thread-${threadId}`);
      expect(text).not.toContain("The minister will ask");
      expect(text).not.toContain("Who counted?");
      expect(text).toMatch(/^Auto-Submitted: auto-generated/mu);
      expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/mu);
    }
  });

  test("is not mailed when its transaction was rolled back", async () => {
    const rolledBack = inTransaction(async (tx) => {
      const event = { ...published([cast.editorOfPhuket.personId]), kind: "overdue" as const };
      await notify(tx, [event], new Date());
      throw new Error("changed my mind");
    });
    await expect(rolledBack).rejects.toThrow("changed my mind");
    const quiet = await aQuietSubmission();
    expect(
      await askForClarification(cast.editorOfPhuket, { submissionId: quiet, reason: "?" }),
    ).toEqual({ ok: false, refusal: { code: "forbidden" } });
    await work();
    expect(handed).toEqual([]);
    expect(await database().notice.count()).toBe(0);
  });
});

describe("a mail that the server refuses", () => {
  test("is kept, shown to the administrator alone, and sent once when it is tried again", async () => {
    const [{ personId }, logged] = [cast.editorOfPhuket, vi.spyOn(console, "error")];
    logged.mockImplementation(() => {});
    await notifyNow([{ ...published([personId]), kind: "overdue" }]);
    await writeMail({ personId, isDigest: false });
    const mail = await database().mail.findFirstOrThrow();

    await closeMailServer();
    await expect(sendMail({ mailId: mail.id })).rejects.toThrow(/ECONNREFUSED|ESOCKET/u);
    expect(await database().mail.findFirst()).toMatchObject({ state: "failed", attempts: 1 });
    expect((await listMails(cast.administrator, {}))?.mails).toMatchObject([
      { id: mail.id, state: "failed", attempts: 1 },
    ]);
    for (const reader of [cast.reviewer, cast.leadOfPhuket, cast.editorOfPhuket]) {
      expect(await listMails(reader, {})).toBeNull();
    }

    await openMailServer();
    must(await retryMail(cast.administrator, { mailId: mail.id }));
    await work();
    expect(handed).toHaveLength(1);
    expect(handed[0]?.text).toContain(`Message-ID: <${mail.id}@tests.example>`);
    expect(await database().mail.findFirst()).toMatchObject({ state: "sent", lastError: null });
    expect(await retryMail(cast.administrator, { mailId: mail.id })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "already_sent" },
    });
    await sendMail({ mailId: mail.id });
    expect(handed).toHaveLength(1);
    logged.mockRestore();
  });

  test("is sent once when ten processes try at once", async () => {
    const { personId } = cast.editorOfPhuket;
    await notifyNow([{ ...published([personId]), kind: "overdue" }]);
    await Promise.all(Array.from({ length: 10 }, () => writeMail({ personId, isDigest: false })));
    expect(await database().mail.count()).toBe(1);
    const { id: mailId } = await database().mail.findFirstOrThrow();
    await Promise.allSettled(Array.from({ length: 10 }, () => sendMail({ mailId })));
    expect(handed).toHaveLength(1);
  });
});

describe("what is not urgent", () => {
  test("waits until 07:00 of the recipient, and is sent in one mail", async () => {
    const submissionId = await aQuietSubmission();
    must(await approveSubmission(cast.reviewer, { submissionId }));
    const recordId = await aReadyProject(cast);
    const mentions = cast.editorOfPhuket.personId;
    must(await commentOnDraft(cast.leadOfPhuket, { recordId, text: "Look", mentions }));
    await work();
    expect(handed).toEqual([]);

    const jobs = await database().$queryRaw<{ key: string; run_at: Date }[]>`
      select key, run_at from graphile_worker.jobs where key like 'digest:%'`;
    const own = jobs.find(({ key }) => key === `digest:${mentions}`);
    const clock = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Asia/Bangkok",
      timeStyle: "short",
    });
    expect(own && clock.format(own.run_at)).toBe("07:00");

    await database().$executeRaw`
      update graphile_worker._private_jobs set run_at = now() where key = ${`digest:${mentions}`}`;
    await work();
    expect(handed.map(({ to }) => to)).toEqual([[await emailOf(cast.editorOfPhuket)]]);
    expect(handed[0]?.text).toMatch(/Subject: 2 notices/u);
    expect(handed[0]?.text).not.toContain("Look");
  });

  test.each(["Asia/Yangon", "Asia/Jayapura", "Pacific/Kiritimati", "America/St_Johns"])(
    "comes at most once a day in %s, whenever it is asked for",
    async (timeZone) => {
      const { personId } = cast.editorOfPhuket;
      await database().person.update({ where: { id: personId }, data: { timeZone } });
      const begin = Date.now();
      for (let hours = 0; hours < 72; hours += 5) {
        const at = new Date(begin + hours * 3_600_000);
        await notifyNow([published([personId])], at);
        await writeMail({ personId, isDigest: true }, at);
      }
      const mails = await database().mail.findMany();
      const days = mails.map(({ queuedAt }) => localDay(queuedAt, timeZone));
      expect(mails.length).toBeGreaterThanOrEqual(3);
      expect(new Set(days).size).toBe(days.length);
      await database().person.update({ where: { id: personId }, data: { timeZone: null } });
    },
  );

  test("is cut when it is very long, and each notice is sent once", async () => {
    const { personId } = cast.editorOfPhuket;
    await notifyNow(Array.from({ length: 60 }, () => published([personId])));
    await writeMail({ personId, isDigest: true });
    const { subject, text } = await database().mail.findFirstOrThrow();
    expect(subject).toContain("60 notices");
    expect(text.match(/^Published: /gmu)).toHaveLength(50);
    expect(text).toContain("10 more notices are in your inbox.");
    expect(await database().notice.count({ where: { personId, mailId: null } })).toBe(0);
  });

  test("is left out once it was read in the inbox", async () => {
    const { personId } = cast.editorOfPhuket;
    await notifyNow([published([personId])]);
    await database().notice.updateMany({ data: { readAt: new Date() } });
    await writeMail({ personId, isDigest: true });
    expect(await database().mail.count()).toBe(0);
  });
});

describe("a person who switched mail off", () => {
  test("for one kind gets only the other kinds", async () => {
    const { personId } = cast.editorOfPhuket;
    const boxes = Object.fromEntries(
      noticeKinds.filter((kind) => kind !== "published").map((kind) => [`mail_${kind}`, "on"]),
    );
    must(
      await chooseNotices(cast.editorOfPhuket, { personId, locale: "en", timeZone: "", ...boxes }),
    );
    await notifyNow([published([personId]), { ...published([personId]), kind: "cleared" }]);
    await writeMail({ personId, isDigest: true });
    const { text } = await database().mail.findFirstOrThrow();
    expect(text).toContain("Cleared for the secretariat");
    expect(text).not.toContain("Published");
  });

  test("can stop all mails with the link in a mail, without signing in", async () => {
    const { personId } = cast.editorOfPhuket;
    await notifyNow([{ ...published([personId]), kind: "overdue" }]);
    await work();
    const link = /List-Unsubscribe: <([^>]+)>/u.exec(handed[0]?.text ?? "")?.[1] ?? "";
    const answer = await postUnsubscribe(
      new Request(link, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      }),
    );
    expect(answer.status).toBe(204);

    await notifyNow([published([personId]), { ...published([personId]), kind: "overdue" }]);
    await work();
    await writeMail({ personId, isDigest: true });
    expect(handed).toHaveLength(1);
    expect(await database().notice.count({ where: { personId } })).toBe(3);
    // One choice covers all kinds, so a kind that is added later is not mailed either.
    const choices = await database().noticeChoice.findMany({ where: { personId } });
    expect(choices.map(({ kind }) => kind)).toEqual([everyKind]);
    expect(unwantedKinds([everyKind])).toEqual(noticeKinds);
  });

  test("is only the person to whom the link belongs", async () => {
    const token = unsubscribeToken(cast.editorOfPhuket.personId);
    const signature = token.split(".")[1];
    for (const wrong of ["", "x", `${cast.leadOfPhuket.personId}.${signature}`, `${token}x`]) {
      const url = `http://tests.example/api/unsubscribe?token=${wrong}`;
      expect((await postUnsubscribe(new Request(url, { method: "POST" }))).status, wrong).toBe(404);
    }
    expect(await database().noticeChoice.count()).toBe(0);
  });
});

test("a person whose role in a city ended is mailed that, and no notices of the city", async () => {
  const personId = await aPerson();
  const grant = await database().grant.findFirstOrThrow({ where: { personId } });
  await forget();
  await notifyNow([{ ...published([personId]), cityId: grant.cityId }]);
  must(await removeGrant(cast.administrator, { grantId: grant.id }));
  await writeMail({ personId, isDigest: true });
  const { text } = await database().mail.findFirstOrThrow();
  expect(text).toContain("A role of yours was removed");
  expect(text).not.toContain("Published");
});
