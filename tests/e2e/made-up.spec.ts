import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { expect, test } from "@/tests/e2e/support/test";

const megabyte = 1_000_000;

test("five thousand made-up addresses leave neither disk nor memory fuller", async ({
  baseURL,
}) => {
  test.setTimeout(400_000);
  const disk = bytesUnder(".next");
  // Compiling and filling what is bounded comes first; only then does growth mean something.
  await visitMadeUpAddresses(String(baseURL), 3_000, "first");
  const grown: number[] = [];
  // What leaks grows every time, and what is noise does not: the least growth of a few rounds counts.
  for (let round = 0; round < 3 && Math.min(...grown, Infinity) > megabyte; round += 1) {
    const before = await heapInUse();
    await visitMadeUpAddresses(String(baseURL), 5_000, `round-${round}`);
    grown.push((await heapInUse()) - before);
  }
  expect(Math.min(...grown), `grown by ${grown.join(", ")} bytes`).toBeLessThan(megabyte);
  expect(bytesUnder(".next") - disk).toBeLessThan(megabyte);
});

/** Node's own fetch: Playwright would keep a trace of every answer. */
async function visitMadeUpAddresses(baseURL: string, count: number, name: string) {
  for (let start = 0; start < count; start += 8) {
    const answers = await Promise.all(
      Array.from({ length: 8 }, async (_, lane) => {
        const word = `${name}-${start + lane}`;
        const paths = [
          `/en/cities/${word}`,
          `/en/cities/phuket/projects/${word}`,
          `/en/countries/${word}`,
          `/en/${word}`,
          `/${word}/${word}`,
        ];
        const answer = await fetch(`${baseURL}${paths[(start + lane) % paths.length]}`);
        await answer.arrayBuffer();
        return answer.status;
      }),
    );
    expect(new Set(answers), `addresses from ${name}-${start} on`).toEqual(new Set([404]));
  }
}

/** Asks the server under test to collect its garbage and say what is left, in bytes. */
async function heapInUse(): Promise<number> {
  const directory = `.data/e2e/${process.env["E2E_PORT"]}`;
  rmSync(`${directory}/heap`, { force: true });
  process.kill(Number(readFileSync(`${directory}/server.pid`, "utf8")), "SIGUSR2");
  await expect.poll(() => existsSync(`${directory}/heap`)).toBe(true);
  return Number(readFileSync(`${directory}/heap`, "utf8"));
}

function bytesUnder(directory: string): number {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(`${entry.parentPath}/${entry.name}`).size, 0);
}
