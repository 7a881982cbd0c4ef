import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { putWordsForFailures } from "@/lib/site/next/words-for-failures.mjs";

/** The page that Next 16 answers with when a component fails: its script would do the rest. */
const shell =
  '<!DOCTYPE html><html id="__next_error__"><head><script src="/a.js" async=""></script></head>' +
  '<body><template data-dgst="2614870354"></template><script>self.__next_f=[]</script></body></html>';
const inWords = "<!DOCTYPE html><html><body>In words</body></html>";

let origin = "";
const server = createServer((request, response) => {
  putWordsForFailures(request, response);
  const asked = new URL(request.url ?? "", "http://tests.example").searchParams;
  const body = asked.get("said") ? inWords : shell;
  response.statusCode = Number(asked.get("status") ?? 500);
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (asked.get("packed")) {
    response.setHeader("content-encoding", "gzip");
    const packed = gzipSync(body);
    response.write(packed.subarray(0, 20));
    response.end(packed.subarray(20));
  } else response.end(body);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

test.each([
  ["/km/cities/phuket", "km", "សូមរង់ចាំ"],
  ["/km/cities/phuket?packed=1", "km", "សូមរង់ចាំ"],
  ["/zh", "zh-Hans", "2614870354"],
  ["/xx?packed=1", "en", "Wait a minute"],
])("%s that failed while rendering says so in its language", async (path, language, words) => {
  const answer = await fetch(origin + path);
  const html = await answer.text();
  expect(answer.status).toBe(500);
  expect(html).toContain(`<html lang="${language}"`);
  expect(html).toContain(words);
  expect(html).toContain("2614870354");
  expect(html).not.toContain("<script");
});

test.each([
  ["/en?said=1", inWords],
  ["/en?said=1&packed=1", inWords],
  ["/en?status=200", shell],
  ["/en?status=200&packed=1", shell],
  ["/office", shell],
])("%s passes unchanged", async (path, html) => {
  expect(await (await fetch(origin + path)).text()).toBe(html);
});
