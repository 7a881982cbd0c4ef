import { randomUUID } from "node:crypto";
import NextAuth from "next-auth";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { changePassword } from "@/lib/commands/people/change-password";
import { deactivatePerson } from "@/lib/commands/people/deactivate-person";
import { setPassword } from "@/lib/commands/people/set-password";
import { database, inTransaction } from "@/lib/db/client";
import { lockPerson } from "@/lib/db/locks";
import { makePasswordLink } from "@/lib/db/password-links";
import { hashPassword, passwordWork } from "@/lib/db/passwords";
import {
  findSignedIn,
  type KnownDevice,
  signIn,
  TooManyAttempts,
} from "@/lib/db/sessions/sessions";
import type { Result } from "@/lib/domain/result/result";
import { placeAfterSignIn } from "@/lib/domain/site/same-site";
import type { FieldError } from "@/lib/domain/values/field-error";
import { findLinkHolder } from "@/lib/queries/sign-in/password-links";
import { authOptions } from "@/lib/web/auth-options";
import { deviceCookie, readDevice, signDevice } from "@/lib/web/device";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPerson, must } from "@/tests/support/factories";

const password = "ราตรีสวัสดิ์ a sentence of mine";
const home = "198.51.100.7";

let cast: Cast;
let email: string;
let personId: string;

beforeAll(async () => {
  cast = await getCast();
});

beforeEach(async () => {
  await database().signInFailure.deleteMany();
  personId = await aPerson();
  const person = await database().person.update({
    where: { id: personId },
    data: { passwordHash: await hashPassword(password) },
  });
  email = person.email;
});

type Typed = Partial<{ email: string; password: string; from: string; device: KnownDevice }>;

function attempt(typed: Typed = {}) {
  return signIn(
    {
      email: typed.email ?? email,
      password: typed.password ?? password,
      clientAddress: typed.from ?? home,
      device: typed.device ?? null,
    },
    new Date(),
  );
}

async function session() {
  const signedIn = await attempt();
  if (!signedIn) throw new Error("could not sign in");
  return signedIn.sessionId;
}

const isLive = async (sessionId: string, at = new Date()) =>
  (await findSignedIn(sessionId, at)) !== null;

describe("signing in", () => {
  test("the character NUL in an address or a password is refused like a wrong password", async () => {
    expect(await attempt({ email: `${email}\u0000` })).toBeNull();
    expect(await attempt({ password: `${password}\u0000` })).toBeNull();
  });

  test("starts a session of its own for each browser", async () => {
    const [first, second] = [await session(), await session()];

    expect(first).not.toBe(second);
    expect(await findSignedIn(first, new Date())).toMatchObject({ personId, sessionId: first });
  });

  test("accepts the address in any case, and a password in either Unicode form", async () => {
    await database().person.update({
      where: { id: personId },
      data: { passwordHash: await hashPassword("caf\u00e9 am Abend, allein") },
    });

    const typed = { email: ` ${email.toUpperCase()} `, password: "cafe\u0301 am Abend, allein" };
    expect(await attempt(typed)).toMatchObject({ personId });
  });

  test.each([
    ["a wrong password", () => ({ password: "another sentence of mine" })],
    ["an unknown address", () => ({ email: `${randomUUID()}@nowhere.example` })],
    ["a password longer than any", () => ({ password: password.repeat(50) })],
    ["nothing", () => ({ email: "", password: "" })],
  ])("answers null to %s", async (_, typed) => {
    expect(await attempt(typed())).toBeNull();
  });

  test("answers null for a person who never set a password or was deactivated", async () => {
    await database().person.update({ where: { id: personId }, data: { passwordHash: null } });
    expect(await attempt()).toBeNull();

    must(await deactivatePerson(cast.administrator, { personId }));
    expect(await attempt()).toBeNull();
  });

  test("takes the same time whether the address is known or not", async () => {
    await attempt({ password: "warm the decoy up", from: "warm" });
    const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 15; round += 1) {
      await database().signInFailure.deleteMany();
      for (const kind of ["known", "unknown"] as const) {
        const typed = kind === "known" ? email : `${randomUUID()}@nowhere.example`;
        const start = performance.now();
        await attempt({ email: typed, password: "not the password" });
        times[kind].push(performance.now() - start);
      }
    }
    const [known, unknown] = [median(times.known), median(times.unknown)];
    expect(Math.abs(known - unknown) / Math.max(known, unknown)).toBeLessThan(0.5);
  });
});

describe("too many failures", () => {
  test("delay an account and block it after eight, from all addresses together", async () => {
    const took: number[] = [];
    for (let number = 1; number <= 8; number += 1) {
      const start = performance.now();
      expect(await attempt({ password: "wrong", from: `10.0.0.${number}` })).toBeNull();
      took.push(performance.now() - start);
    }
    expect(took[2]).toBeLessThan(500);
    expect(took[4]).toBeGreaterThan(900);

    // While the account is blocked, the right password from another place is refused too.
    const stopped = await attempt({ from: "203.0.113.5" }).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(TooManyAttempts);
    expect((stopped as TooManyAttempts).seconds).toBeGreaterThan(14 * 60);
    await aQuarterOfAnHourLater();
    expect(await attempt()).toMatchObject({ personId });
  });

  test("include every attempt of several at the same time", async () => {
    const tries = Array.from({ length: 20 }, (_, number) =>
      attempt({ password: "wrong", from: `10.0.1.${number}` }).catch((error: unknown) => error),
    );
    const answers = await Promise.all(tries);

    expect(answers.filter((answer) => answer === null)).toHaveLength(8);
    expect(answers.filter((answer) => answer instanceof TooManyAttempts)).toHaveLength(12);
  });

  test("block a network address after thirty, for all accounts together", async () => {
    const tries = Array.from({ length: 40 }, () =>
      attempt({ email: `${randomUUID()}@nowhere.example` }).catch((error: unknown) => error),
    );
    const answers = await Promise.all(tries);

    expect(answers.filter((answer) => answer === null)).toHaveLength(30);
    expect(answers.filter((answer) => answer instanceof TooManyAttempts)).toHaveLength(10);
    expect(await attempt({ from: "203.0.113.9" })).toMatchObject({ personId });
  });

  test("are reset by a success", async () => {
    for (const wrong of ["one", "two", "three"]) await attempt({ password: wrong });
    await attempt();

    const counts = await database().signInFailure.findMany({
      where: { key: { not: { startsWith: "right:" } } },
      select: { key: true, points: true },
    });
    expect(counts).toEqual([{ key: `network:${home}/32`, points: 3 }]);
  });

  test("block a whole network of IPv6 after thirty, from all of its addresses together", async () => {
    const answers = await Promise.all(
      Array.from({ length: 45 }, (_, number) =>
        attempt({
          email: `${randomUUID()}@nowhere.example`,
          from: `2001:db8:0:7::${number.toString(16)}`,
        }).catch((error: unknown) => error),
      ),
    );

    expect(answers.filter((answer) => answer === null)).toHaveLength(30);
    expect(await attempt({ from: "2001:db8:0:8::1" })).toMatchObject({ personId });
  }, 40_000);

  test("elsewhere do not block a known device, which has a count of its own", async () => {
    const device = { id: randomUUID(), personId };
    const shut = await Promise.all(
      [
        ...Array.from({ length: 9 }, () => attempt({ password: "wrong", from: "192.0.2.1" })),
        ...Array.from({ length: 31 }, () => attempt({ email: "nobody@nowhere.example" })),
      ].map((answer) => answer.catch((error: unknown) => error)),
    );
    expect(shut.some((answer) => answer instanceof TooManyAttempts)).toBe(true);
    await expect(attempt()).rejects.toThrow(TooManyAttempts);

    expect(await attempt({ device })).toMatchObject({ personId });

    // A device that is known for another account counts as unknown here.
    const ofAnother = { id: device.id, personId: cast.leadOfPhuket.personId };
    await expect(attempt({ device: ofAnother })).rejects.toThrow(TooManyAttempts);
    // The device gets no more attempts than any other.
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () =>
        attempt({ password: "wrong", device }).catch((error: unknown) => error),
      ),
    );
    expect(guesses.filter((answer) => answer === null)).toHaveLength(8);
  }, 60_000);

  test("at the present password block a password change in an open browser, also with the right password", async () => {
    const person = await findSignedIn(await session(), new Date());
    if (!person) throw new Error("not signed in");
    const change = (current: string) =>
      changePassword(person, { personId, current, password: "quite another sentence" });
    const guesses = await Promise.all(
      Array.from({ length: 10 }, (_, number) => change(`guess ${number}`)),
    );

    const keys = guesses.map((guess) => errorsOf(guess)["current"]?.[0]?.key);
    expect(keys.filter((key) => key === "wrong_password")).toHaveLength(8);
    expect(keys.filter((key) => key === "guessed_too_often")).toHaveLength(2);
    expect(errorsOf(await change(password))).toMatchObject({
      current: [{ key: "guessed_too_often", limit: 15 }],
    });
    await aQuarterOfAnHourLater();
    must(await change(password));
  }, 40_000);

  test("are not the only limit: sixty successes are the maximum for one password", async () => {
    const { passwordVersion } = await database().person.findUniqueOrThrow({
      where: { id: personId },
    });
    const key = `right:${personId}:${passwordVersion}`;
    await database().signInFailure.create({
      data: { key, points: 59, expire: hoursFromNow(0.1) },
    });
    expect(await attempt()).toMatchObject({ personId });
    await expect(attempt()).rejects.toThrow(TooManyAttempts);

    await database().person.update({
      where: { id: personId },
      data: { passwordHash: await hashPassword("quite another sentence") },
    });
    await aQuarterOfAnHourLater();
    expect(await attempt({ password: "quite another sentence" })).toMatchObject({ personId });
  });
});

test("two passwords are checked at a time, and an unknown device does not join a long queue", async () => {
  const work = Array.from({ length: 40 }, () => hashPassword(password));
  await new Promise(setImmediate);
  expect(passwordWork()).toEqual({ running: 2, waiting: 38, isFull: true });

  await expect(attempt()).rejects.toMatchObject({ seconds: 10 });
  const known = attempt({ device: { id: randomUUID(), personId } });
  await Promise.all(work);
  expect(await known).toMatchObject({ personId });
  expect(passwordWork()).toEqual({ running: 0, waiting: 0, isFull: false });
}, 40_000);

describe("the cookie of a known device", () => {
  test("is signed, is valid for half a year, and stays the same for the same person", () => {
    const now = new Date();
    const signed = signDevice(personId, null, now);
    const device = readDevice(signed, now);
    expect(device).toMatchObject({ personId });
    expect(readDevice(signDevice(personId, device, now), now)).toEqual(device);
    expect(readDevice(signDevice(cast.leadOfPhuket.personId, device, now), now)?.id).not.toBe(
      device?.id,
    );

    expect(readDevice(signed, hoursFromNow(181 * 24))).toBeNull();
    for (const made of [
      signed.replace(personId, cast.leadOfPhuket.personId),
      `${signed}x`,
      "",
      "a.b.c.d",
      undefined,
    ]) {
      expect(readDevice(made, now)).toBeNull();
    }
  });

  test("is for this host only and hidden from scripts", () => {
    vi.stubEnv("NEXTAUTH_URL", "https://tracker.example");
    const { name, options } = deviceCookie();
    vi.unstubAllEnvs();
    expect(name).toMatch(/^(__Host-)?known-device$/u);
    expect(options).toMatchObject({ path: "/", httpOnly: true, sameSite: "lax" });
    expect(options).not.toHaveProperty("domain");
  });

  test("is set only after a right password", async () => {
    const kept: string[] = [];
    const jar = { cookie: undefined, keep: (cookie: string) => void kept.push(cookie) };
    await post({ password: "wrong" }, jar);
    expect(kept).toEqual([]);
    await post({}, jar);
    expect(readDevice(kept[0], new Date())).toMatchObject({ personId });
  });
});

describe("a session ends", () => {
  test("when its person signs out of it, and no other session ends", async () => {
    const [here, there] = [await session(), await session()];

    await authOptions().events?.signOut?.({ token: { sub: here }, session: {} as never });

    expect(await isLive(here)).toBe(false);
    expect(await isLive(there)).toBe(true);
  });

  test("when its person is deactivated", async () => {
    const id = await session();
    must(await deactivatePerson(cast.administrator, { personId }));
    expect(await isLive(id)).toBe(false);
  });

  test("when the password is changed in another browser, whose own session stays", async () => {
    const [here, there] = [await session(), await session()];
    const person = await findSignedIn(here, new Date());
    if (!person) throw new Error("not signed in");

    const changed = { personId, current: password, password: "quite another sentence" };
    must(await changePassword(person, changed));

    expect(await isLive(here)).toBe(true);
    expect(await isLive(there)).toBe(false);
  });

  test.each([
    ["changes", async () => ({ passwordHash: await hashPassword("quite another sentence") })],
    ["account is shut", async () => ({ deactivatedAt: new Date() })],
  ])(
    "before it began, where the password was judged and then the person's %s",
    async (_, changed) => {
      const data = await changed();
      const begun = await inTransaction(async (tx) => {
        await lockPerson(tx, personId);
        const judged = attempt();
        await untilSomebodyWaits();
        await tx.person.update({ where: { id: personId }, data });
        // It is not awaited here, because it waits for the end of this transaction.
        return { judged };
      });
      expect(await begun.judged).toBeNull();
      expect(await database().session.count({ where: { personId } })).toBe(0);
    },
  );

  test("when a new password is set by a link", async () => {
    const id = await session();
    const token = await inTransaction((tx) => makePasswordLink(tx, personId, new Date()));
    const holder = await findLinkHolder(token, new Date());
    if (!holder) throw new Error("the link does not work");
    must(await setPassword(holder, { personId, password: "quite another sentence" }));
    expect(await isLive(id)).toBe(false);
  });

  test("also when only the person's row has another password version", async () => {
    const id = await session();
    await database().person.update({
      where: { id: personId },
      data: { passwordHash: await hashPassword("quite another sentence") },
    });
    expect(await isLive(id)).toBe(false);
  });

  test("after a week for a city's staff, after twelve hours for the secretariat", async () => {
    const id = await session();
    expect(await isLive(id, hoursFromNow(7 * 24 - 1))).toBe(true);
    expect(await isLive(id, hoursFromNow(7 * 24 + 1))).toBe(false);

    await database().grant.create({
      data: { id: randomUUID(), personId, role: "reviewer", grantedAt: new Date() },
    });
    const ofReviewer = await session();
    expect(await isLive(ofReviewer, hoursFromNow(11))).toBe(true);
    expect(await isLive(ofReviewer, hoursFromNow(13))).toBe(false);
  });

  test("and its permissions follow the present grants", async () => {
    const id = await session();
    await database().grant.updateMany({ where: { personId }, data: { removedAt: new Date() } });
    expect(await findSignedIn(id, new Date())).toMatchObject({ grants: [] });
  });
});

describe("through next-auth", () => {
  test("cookies are limited to this site, hidden from scripts, and limited to https where the site has it", async () => {
    vi.stubEnv("NEXTAUTH_URL", "https://tracker.example");
    const answer = await post();
    vi.unstubAllEnvs();

    expect(sessionCookie(answer)).toMatch(/^__Secure-next-auth\.session-token=/u);
    for (const cookie of answer.cookies) {
      expect(cookie).toMatch(/^__(Secure|Host)-/u);
      expect(cookie).toMatch(/; Path=\/;.*HttpOnly; Secure; SameSite=Lax/u);
      expect(cookie).not.toMatch(/Domain=/u);
    }
  });

  test("the cookie of an ended session gives no access", async () => {
    const cookie = String(sessionCookie(await post()).split(";")[0]);
    const sessionId = async () =>
      ((await request(["session"], { cookie })).body as { sessionId: string }).sessionId;
    expect(await isLive(await sessionId())).toBe(true);

    await authOptions().events?.signOut?.({
      token: { sub: await sessionId() },
      session: {} as never,
    });

    // The cookie can still be decoded, but its session has ended.
    expect(await isLive(await sessionId())).toBe(false);
  });

  test("a wrong password is answered and not logged", async () => {
    const answer = await post({ password: "wrong" });

    // Nothing is logged: tests/support/console-errors.ts would fail the test.
    expect([answer.status, errorOf(answer)]).toEqual([401, "CredentialsSignin"]);
  });

  test("too many attempts are answered with the number of seconds to wait", async () => {
    const stopped = { key: `account:${email}`, points: 9, expire: hoursFromNow(0.1) };
    await database().signInFailure.create({ data: stopped });

    expect(errorOf(await post())).toMatch(/^too_many_tries:3\d\d$/u);
  });

  test("an error of the database is not shown", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    await database().$executeRaw`alter table "SignInFailure" rename to "Elsewhere"`;
    const answer = await post();
    await database().$executeRaw`alter table "Elsewhere" rename to "SignInFailure"`;

    expect(errorOf(answer)).toBe("unavailable");
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

describe("after signing in", () => {
  test.each([
    ["/office/submissions?part=decided", "/office/submissions?part=decided"],
    ["/office/plans/1#top", "/office/plans/1#top"],
    [undefined, "/office"],
    ["", "/office"],
    ["office", "/office"],
    ["//evil.example", "/office"],
    ["/\\evil.example", "/office"],
    ["/\t/evil.example", "/office"],
    ["\\\\evil.example", "/office"],
    ["https://evil.example", "/office"],
    ["HTTPS://evil.example", "/office"],
    ["https:evil.example", "/office"],
    ["javascript:alert(1)", "/office"],
    ["data:text/html,x", "/office"],
    [["/office", "//evil.example"], "/office"],
  ])("%j leads to %s", (asked, place) => {
    expect(placeAfterSignIn(asked)).toBe(place);
  });

  test.each([
    ["/office/account", "/office/account"],
    ["https://tracker.example/office", "/office"],
    ["https://tracker.example.evil.example/", "/office"],
    ["https://tracker.example@evil.example/", "/office"],
    ["https://evil.example/", "/office"],
    ["//evil.example", "/office"],
  ])("next-auth too: %s leads to %s of this site", async (url, path) => {
    const baseUrl = "https://tracker.example";
    const place = await authOptions().callbacks?.redirect?.({ url, baseUrl });
    expect(place).toBe(`${process.env["NEXTAUTH_URL"]}${path}`);
  });
});

/** Resolves when a statement waits for a row that another transaction holds. */
async function untilSomebodyWaits() {
  await vi.waitUntil(
    async () =>
      (await database().$queryRaw<[]>`select 1 from pg_locks where not granted`).length > 0,
    { timeout: 20_000, interval: 20 },
  );
}

function median(numbers: number[]) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function hoursFromNow(hours: number) {
  return new Date(Date.now() + hours * 60 * 60 * 1000);
}

function aQuarterOfAnHourLater() {
  return database().signInFailure.updateMany({ data: { expire: hoursFromNow(-1) } });
}

type Answer = { status: number; redirect: string; cookies: string[]; body: unknown };

/** Returns a request to next-auth as its route makes it, for the site of NEXTAUTH_URL. */
async function request(
  path: string[],
  { body = {}, cookie = "" }: { body?: Record<string, string>; cookie?: string },
  jar?: Parameters<typeof authOptions>[0],
): Promise<Answer> {
  const answer: Answer = { status: 200, redirect: "", cookies: [], body: null };
  const [name, value] = cookie.split(/=(.*)/u);
  await NextAuth(
    {
      method: Object.keys(body).length > 0 ? "POST" : "GET",
      query: { nextauth: path },
      headers: { "x-client-address": home },
      cookies: name ? { [name]: decodeURIComponent(String(value)) } : {},
      body,
    } as never,
    {
      status(code: number) {
        answer.status = code;
        return this;
      },
      getHeader: () => answer.cookies,
      setHeader(header: string, set: never) {
        if (header === "Set-Cookie") answer.cookies = set;
        if (header === "Location") answer.redirect = set;
        return this;
      },
      json(said: { url: string }) {
        answer.redirect = said.url;
      },
      send(said: unknown) {
        answer.body = said;
      },
      end() {},
    } as never,
    authOptions(jar),
  );
  return answer;
}

/** Submits the form and returns the answer of next-auth. */
async function post(
  typed: Partial<{ password: string }> = {},
  jar?: Parameters<typeof authOptions>[0],
): Promise<Answer> {
  const csrf = await request(["csrf"], {});
  const cookie = csrf.cookies.find((set) => set.includes("csrf-token")) ?? "";
  const body = {
    csrfToken: (csrf.body as { csrfToken: string }).csrfToken,
    json: "true",
    email,
    password: typed.password ?? password,
  };
  return request(["callback", "credentials"], { body, cookie: String(cookie.split(";")[0]) }, jar);
}

function errorsOf(result: Result<unknown>): Record<string, FieldError[]> {
  return !result.ok && result.refusal.code === "invalid" ? result.refusal.fields : {};
}

function errorOf(answer: Answer) {
  return new URL(answer.redirect).searchParams.get("error");
}

function sessionCookie(answer: Answer) {
  return answer.cookies.find((set) => set.includes("session-token")) ?? "";
}
