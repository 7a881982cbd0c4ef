import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { account } from "@/tests/e2e/support/accounts";
import { projectsOf } from "@/tests/e2e/support/database";
import { address, kill, serve } from "@/tests/e2e/support/second-server";
import { expect, test } from "@/tests/e2e/support/test";

// Eight attackers request uncached pages and sign in as fast as the server answers, while a reader and an editor work.
// Only this test asserts times: as a ratio to the same minute without attackers, on the same machine.

const seconds = 40;
const maxRatio = 3;

type Times = Record<"reader" | "editor" | "ready", number[]>;

test.afterEach(kill);

for (const [from, networks] of [
  ["one network", 1],
  ["eight networks", 8],
] as const) {
  test(`eight attackers from ${from} delay neither a reader nor an editor`, async () => {
    test.setTimeout(600_000);
    await serve({ TRUSTED_PROXIES: "1", OPEN_DATA_PER_MINUTE: "1200", PAGES_PER_MINUTE: "240" });
    const editor = await signIn();
    const [project] = await projectsOf("phuket");
    // Work that a process does only once, such as loading code, does not count.
    await measure(5, editor, String(project?.id));
    const quiet = await measure(seconds, editor, String(project?.id));
    const attack = new AbortController();
    const answers: Record<number, number> = {};
    const attackers = Array.from({ length: 8 }, (_, each) =>
      attacks(networks === 1 ? `192.0.2.${each + 1}` : `192.0.${each}.1`, answers, attack.signal),
    );
    const meanwhile = await measure(seconds, editor, String(project?.id));
    attack.abort();
    await Promise.all(attackers);

    const table = (["reader", "editor", "ready"] as const).map((who) => {
      const [before, then] = [p95(quiet[who]), p95(meanwhile[who])];
      return {
        who,
        quietMs: before,
        attackedMs: then,
        ratio: Math.round((10 * then) / before) / 10,
      };
    });
    const report = JSON.stringify({ from, answers, table });
    test.info().annotations.push({ type: "times", description: report });
    console.log(report);
    for (const { who, ratio } of table) {
      if (who !== "ready") expect(ratio, `${who}: ${report}`).toBeLessThanOrEqual(maxRatio);
    }
  });
}

/** Measures a reader who opens a city and searches, an editor who opens a record, and a health check. */
async function measure(howLong: number, cookie: string, projectId: string): Promise<Times> {
  const until = performance.now() + howLong * 1000;
  const times: Times = { reader: [], editor: [], ready: [] };
  const loop = async (who: keyof Times, pause: number, paths: () => string[], headers: object) => {
    while (performance.now() < until) {
      for (const path of paths()) {
        const from = performance.now();
        const answer = await fetch(`${address}${path}`, { headers: { ...headers } });
        await answer.arrayBuffer();
        times[who].push(performance.now() - from);
        expect([who, path, answer.status]).toEqual([who, path, 200]);
        await wait(pause);
      }
    }
  };
  const reader = { "x-forwarded-for": "198.51.100.7" };
  await Promise.all([
    loop("reader", 400, () => ["/en/cities/phuket", `/en/projects?q=bus+${randomUUID()}`], reader),
    loop("editor", 400, () => ["/office", `/office/projects/${projectId}`], {
      cookie,
      "x-forwarded-for": "203.0.113.5",
    }),
    loop("ready", 500, () => ["/api/health/ready"], {}),
  ]);
  return times;
}

/** Requests uncached pages one after the other and tries passwords. */
async function attacks(from: string, answers: Record<number, number>, signal: AbortSignal) {
  const headers = { "x-forwarded-for": from };
  for (let n = 0; !signal.aborted; n += 1) {
    const day = new Date(Date.UTC(2019, 0, 1 + ((n * 37) % 2500))).toISOString().slice(0, 10);
    const paths = [
      `/en?asOf=${day}`,
      `/km/projects?q=${randomUUID()}`,
      `/en/changes?since=${day}`,
      `/th/cities/${randomUUID()}`,
      `/en/compare?city=phuket&city=${randomUUID()}`,
      "/sign-in",
    ];
    const body = new URLSearchParams({ email: `${randomUUID()}@evil.example`, password: "guess" });
    const asked =
      n % 7 === 6
        ? fetch(`${address}/api/auth/callback/credentials`, {
            method: "POST",
            headers,
            body,
            signal,
          })
        : fetch(`${address}${paths[n % 7]}`, { headers, signal });
    await asked
      .then(
        async (answer) => {
          answers[answer.status] = (answers[answer.status] ?? 0) + 1;
          await answer.arrayBuffer();
        },
        () => {},
      )
      .catch(() => {});
  }
}

/** Signs an editor in and returns the cookies. */
async function signIn(): Promise<string> {
  const headers = { "x-forwarded-for": "203.0.113.5" };
  const csrf = await fetch(`${address}/api/auth/csrf`, { headers });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookies = (answer: Response) =>
    answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const { email, password } = account("editor", "phuket");
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { ...headers, cookie: cookies(csrf).join("; "), origin: address },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  expect(answer.status).toBe(200);
  return [...cookies(csrf), ...cookies(answer)].join("; ");
}

function p95(times: number[]): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0);
}
