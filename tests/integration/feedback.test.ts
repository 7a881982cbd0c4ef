import { beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/feedback/route";
import { answerFeedback } from "@/lib/commands/feedback/answer-feedback";
import { removeFeedbackAddress } from "@/lib/commands/feedback/remove-feedback-address";
import { sendFeedback } from "@/lib/commands/feedback/send-feedback";
import { setFeedbackAside } from "@/lib/commands/feedback/set-feedback-aside";
import { database } from "@/lib/db/client";
import { tidyFeedback } from "@/lib/db/feedback";
import { takeMail } from "@/lib/db/mails";
import { writeAnswer } from "@/lib/jobs/write-answer";
import { findFeedback, listFeedback } from "@/lib/queries/feedback/feedback";
import { findFeedbackAttempt } from "@/lib/queries/public/feedback";
import { env } from "@/lib/settings/env";
import { signForm } from "@/lib/site/form-signature";
import { type Cast, getCast } from "@/tests/support/cast";
import { must } from "@/tests/support/factories";
import { aFeedback, aFeedbackForm } from "@/tests/support/feedback";
import { namesOfNotified } from "@/tests/support/notified";

const visitor = { kind: "visitor" } as const;
let cast: Cast;

beforeAll(async () => {
  // The settings are read once, so this is set before anything reads them. No server listens at this address.
  process.env["SMTP_URL"] = "smtp://127.0.0.1:9";
  cast = await getCast();
});

describe("feedback", () => {
  const secretariat = ["administrator", "otherReviewer", "reviewer"];
  const expected = {
    page: {
      "/cities/phuket/projects/smart-bus?asOf=2025-09-30": ["editorOfPhuket", "leadOfPhuket"],
      "/reports/2025/cities/makassar": ["editorOfMakassar", "leadOfMakassar"],
      "/cities/nowhere": [],
      "/changes": [],
    },
    accessibility: { "/cities/phuket": [] },
  };
  for (const [kind, pages] of Object.entries(expected)) {
    test.each(Object.entries(pages))(
      `of kind ${kind} about %s notifies its city and the secretariat, and nobody else reads it`,
      async (about, staff) => {
        await database().notice.deleteMany();
        const id = await aFeedback({ kind, about });
        const expected = [...staff, ...secretariat].sort();
        expect(await namesOfNotified(cast, "feedback_sent")).toEqual(expected);
        expect(await readersOf(id)).toEqual(expected);
      },
    );
  }

  test("on a translation notifies only the administrator", async () => {
    await database().notice.deleteMany();
    const id = await aFeedback({ kind: "translation", better: "Better", locale: "km" });
    expect(await namesOfNotified(cast, "feedback_sent")).toEqual(["administrator"]);
    expect(await readersOf(id)).toEqual(["administrator"]);
  });

  test("puts neither text nor address into notices", async () => {
    await database().notice.deleteMany();
    await aFeedback({ text: "Between us", email: "between.us@tests.example" });
    const notices = JSON.stringify(await database().notice.findMany());
    expect(notices).toContain("/cities/phuket");
    expect(notices).not.toMatch(/between/iu);
  });

  test("is stored once, however often it is sent", async () => {
    const form = aFeedbackForm();
    must(await sendFeedback(visitor, form));
    must(await sendFeedback(visitor, form));
    expect(await database().notice.count({ where: { feedbackId: form.id } })).toBe(
      (await readersOf(form.id)).length,
    );
  });

  test("is refused by field", async () => {
    const sent = await sendFeedback(visitor, {
      ...aFeedbackForm({
        kind: "translation",
        text: " ",
        email: "nobody",
        about: "//evil.example",
      }),
    });
    expect(sent).toMatchObject({
      refusal: {
        fields: {
          text: [{ key: "missing" }],
          email: [{ key: "email" }],
          about: [{ key: "not_understood" }],
        },
      },
    });
    expect(await sendFeedback(visitor, aFeedbackForm({ kind: "translation" }))).toMatchObject({
      refusal: { fields: { better: [{ key: "missing" }] } },
    });
  });

  test("is listed by its state, a page at a time", async () => {
    await database().notice.deleteMany();
    for (let each = 0; each < 31; each += 1) await aFeedback();
    const first = await listFeedback(cast.editorOfPhuket, { state: "new", after: undefined });
    expect(first.feedback.length).toBe(30);
    const after = first.after ?? undefined;
    const second = await listFeedback(cast.editorOfPhuket, { state: "new", after });
    expect(second.feedback.length).toBeGreaterThan(0);
    const ids = new Set([...first.feedback, ...second.feedback].map(({ id }) => id));
    expect(ids.size).toBe(first.feedback.length + second.feedback.length);
  });
});

describe("an answer", () => {
  test("is mailed once to the address, in the reader’s language, with what was written", async () => {
    const feedbackId = await aFeedback({ locale: "th", text: "First line\nSecond" });
    must(await answerFeedback(cast.editorOfPhuket, { feedbackId, text: "It is corrected." }));
    const [step] = (await findFeedback(cast.leadOfPhuket, feedbackId))?.steps ?? [];
    expect(step).toMatchObject({ kind: "answered", text: "It is corrected.", mail: null });
    await writeAnswer({ stepId: step?.id ?? "" });
    await writeAnswer({ stepId: step?.id ?? "" });
    const [mail, ...others] = await database().mail.findMany({
      where: { answerId: step?.id ?? "" },
    });
    expect(others).toEqual([]);
    expect(mail?.text).toContain("It is corrected.");
    expect(mail?.text).toContain("> First line\n> Second");
    expect(mail?.text).toContain("/th/cities/phuket");
    expect(mail?.subject).toMatch(/\p{Script=Thai}/u);
    expect(mail?.text).not.toContain("reader@tests.example");
    expect(await takeMail(mail?.id ?? "")).toMatchObject({
      email: "reader@tests.example",
      personId: null,
    });
  });

  test("cannot be sent after the address was removed", async () => {
    const feedbackId = await aFeedback();
    must(await answerFeedback(cast.reviewer, { feedbackId, text: "Thank you." }));
    const [step] = (await findFeedback(cast.reviewer, feedbackId))?.steps ?? [];
    await writeAnswer({ stepId: step?.id ?? "" });
    const mail = await database().mail.findFirstOrThrow({ where: { answerId: step?.id ?? "" } });
    must(await removeFeedbackAddress(cast.reviewer, { feedbackId }));
    expect(await takeMail(mail.id)).toBeNull();
    expect(await removeFeedbackAddress(cast.reviewer, { feedbackId })).toMatchObject({
      refusal: { reason: "no_address" },
    });
  });

  test("excludes setting the feedback aside, which records who and why", async () => {
    const feedbackId = await aFeedback();
    must(await setFeedbackAside(cast.leadOfPhuket, { feedbackId, reason: "Advertising" }));
    const found = await findFeedback(cast.reviewer, feedbackId);
    expect(found).toMatchObject({
      state: "set_aside",
      steps: [{ kind: "set_aside", text: "Advertising" }],
    });
    expect(
      await setFeedbackAside(cast.reviewer, { feedbackId, reason: "Advertising" }),
    ).toMatchObject({ refusal: { reason: "feedback_settled" } });
    await expect(
      database().feedbackStep.updateMany({ where: { feedbackId }, data: { text: "Another" } }),
    ).rejects.toThrow();
  });
});

test("addresses are removed when their time is over, and refused forms after an hour", async () => {
  const waiting = await aFeedback();
  const closed = await aFeedback();
  must(await answerFeedback(cast.reviewer, { feedbackId: closed, text: "Thank you." }));
  await post({ signature: signForm("/cities/phuket", ago(10)), kind: "page", text: "" });
  const addressOf = async (id: string) =>
    (await database().feedback.findUniqueOrThrow({ where: { id } })).email;
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

  await tidyFeedback(inDays(29));
  expect(await addressOf(closed)).toBe("reader@tests.example");
  expect(await database().feedbackAttempt.count()).toBe(0);
  await tidyFeedback(inDays(31));
  expect(await addressOf(closed)).toBeNull();
  expect(await addressOf(waiting)).toBe("reader@tests.example");
  await tidyFeedback(inDays(181));
  expect(await addressOf(waiting)).toBeNull();
});

describe("the posted form", () => {
  const typed = { kind: "page", about: "/cities/phuket", locale: "km", text: "ឆ្នាំខុស", email: "" };

  test("redirects to what happens next, and is stored once", async () => {
    const before = await database().feedback.count();
    const form = { ...typed, signature: signForm("/cities/phuket", ago(10)), website: "" };
    for (const answer of [await post(form), await post(form)]) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get("location")).toBe(
        "/km/feedback?about=%2Fcities%2Fphuket&sent=city",
      );
    }
    expect(await database().feedback.count()).toBe(before + 1);
  });

  const refused = {
    too_fast: { signature: () => signForm("/cities/phuket", ago(1)) },
    too_old: { signature: () => signForm("/cities/phuket", ago(40 * 3600)) },
    robot: { signature: () => signForm("/cities/phuket", ago(10)), website: "https://buy.example" },
  };
  test.each(Object.entries(refused))(
    "shows what was typed again when it is %s",
    async (key, { signature, ...more }) => {
      const answer = await post({ ...typed, signature: signature(), ...more });
      const again = await attemptOf(answer);
      expect(again).toMatchObject({ typed: { text: "ឆ្នាំខុស" }, errors: { form: [{ key }] } });
      expect(again?.typed).not.toHaveProperty("signature");
    },
  );

  test("is refused with a forged signature or without one", async () => {
    const [at, id] = signForm("/cities/phuket", ago(10)).split(".");
    for (const signature of ["", "x", `${at}.${id}.AAAA`]) {
      const again = await attemptOf(await post({ ...typed, signature }));
      expect(again?.errors).toEqual({ form: [{ key: "too_old" }] });
    }
  });

  test("has a signature that is valid for one message about one page", async () => {
    const before = await database().feedback.count();
    const form = { ...typed, signature: signForm("/cities/phuket", ago(10)) };
    expect((await post(form)).headers.get("location")).toContain("sent=city");
    const other = await attemptOf(await post({ ...form, text: "Something else" }));
    expect(other?.errors).toEqual({ form: [{ key: "used" }] });
    const elsewhere = await attemptOf(await post({ ...form, about: "/cities/makassar" }));
    expect(elsewhere?.errors).toEqual({ form: [{ key: "too_old" }] });
    expect(await database().feedback.count()).toBe(before + 1);
  });

  test("is refused from another site’s page", async () => {
    const form = { ...typed, signature: signForm("/cities/phuket", ago(10)) };
    for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }])
      expect((await post(form, crypto.randomUUID(), headers)).status).toBe(403);
    const ours = { origin: new URL(env().NEXTAUTH_URL).origin, "sec-fetch-site": "same-origin" };
    expect((await post(form, crypto.randomUUID(), ours)).status).toBe(303);
  });

  test("has a limit for all senders together within an hour, with a text", async () => {
    // The limiter's count is set to one below its limit for everybody.
    const sent = await database().signInFailure.findFirstOrThrow({
      where: { key: "feedback_all:everybody" },
    });
    await database().signInFailure.update({ where: { key: sent.key }, data: { points: 119 } });
    const send = () => post({ ...typed, signature: signForm("/cities/phuket", ago(10)) });
    expect((await send()).headers.get("location")).toContain("sent=city");
    const again = await attemptOf(await send());
    expect(again?.errors).toEqual({ form: [{ key: "too_many" }] });
    await database().signInFailure.update({ where: { key: sent.key }, data: { points: 0 } });
  });

  test("shows errors by field", async () => {
    const form = {
      ...typed,
      signature: signForm("/cities/phuket", ago(10)),
      text: "",
      email: "nobody",
    };
    const again = await attemptOf(await post(form));
    expect(again?.errors).toEqual({ text: [{ key: "missing" }], email: [{ key: "email" }] });
    expect(again?.typed["email"]).toBe("nobody");
  });

  test("is limited for each network, and others are not affected", async () => {
    const address = "2001:db8:1:2::";
    const send = (each: number, from = `${address}${each}`) =>
      post(
        { ...typed, signature: signForm("/cities/phuket", ago(10)), text: `Message ${each}` },
        from,
      );
    for (let each = 1; each <= 10; each += 1) {
      expect((await send(each)).headers.get("location")).toContain("sent=city");
    }
    const again = await attemptOf(await send(11));
    expect(again?.errors).toEqual({ form: [{ key: "too_often" }] });
    expect(again?.typed["text"]).toBe("Message 11");
    expect((await send(12, "2001:db8:1:3::1")).headers.get("location")).toContain("sent=city");
  });

  test("is refused after too many refused forms, and no more are stored", async () => {
    const bad = () => post({ ...typed, signature: "" }, "192.0.2.77");
    for (let each = 0; each < 40; each += 1) expect((await bad()).status).toBe(303);
    const kept = await database().feedbackAttempt.count();
    const answer = await bad();
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("3600");
    expect(await database().feedbackAttempt.count()).toBe(kept);
  });

  test("accepts no file, no other form and no very long text", async () => {
    const before = await database().feedback.count();
    const long = await post({
      ...typed,
      signature: signForm("/cities/phuket", ago(10)),
      text: "x".repeat(70_000),
    });
    expect(long.status).toBe(400);
    const file = new FormData();
    file.append("text", new Blob(["x"]), "x.txt");
    const answer = await POST(
      new Request("http://tests.example/api/feedback", { method: "POST", body: file }),
    );
    expect(answer.status).toBe(400);
    for (const zero of [{ text: "a\u0000b" }, { "a\u0000": "b" }, { website: "\u0000" }]) {
      const refused = await post({
        ...typed,
        ...zero,
        signature: signForm("/cities/phuket", ago(10)),
      });
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain("a character that cannot be saved");
    }
    expect(await database().feedback.count()).toBe(before);
  });
});

function ago(seconds: number) {
  return new Date(Date.now() - seconds * 1000);
}

function post(
  form: Record<string, string>,
  from: string = crypto.randomUUID(),
  headers: Record<string, string> = {},
) {
  return POST(
    new Request("http://tests.example/api/feedback", {
      method: "POST",
      body: new URLSearchParams(form),
      headers: { ...headers, "x-client-address": from },
    }),
  );
}

async function attemptOf(answer: Response) {
  const location = answer.headers.get("location") ?? "";
  const id = new URL(location, "http://tests.example").searchParams.get("again");
  return findFeedbackAttempt(String(id));
}

async function readersOf(feedbackId: string) {
  const readers: string[] = [];
  for (const [name, actor] of Object.entries(cast)) {
    if (actor.kind === "signed_in" && (await findFeedback(actor, feedbackId))) readers.push(name);
  }
  return readers.sort();
}
