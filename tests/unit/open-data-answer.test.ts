import { expect, test } from "vitest";
import { sendAnswer } from "@/lib/open-data/answer";

const validators = {
  etag: '"abc"',
  lastModified: new Date("2026-01-02T03:04:05.678Z"),
  isStable: true,
};

function statusFor(headers: Record<string, string>, isStable = true) {
  const request = new Request("http://localhost/", { headers });
  return sendAnswer(request, { ...validators, isStable }, "text/plain", () => "body").status;
}

test.each([
  [{}, 200],
  [{ "if-none-match": '"abc"' }, 304],
  [{ "if-none-match": 'W/"abc", "x"' }, 304],
  [{ "if-none-match": "*" }, 304],
  [{ "if-none-match": '"abcd"' }, 200],
  [{ "if-modified-since": "Fri, 02 Jan 2026 03:04:05 GMT" }, 304],
  [{ "if-modified-since": "Fri, 02 Jan 2026 03:04:04 GMT" }, 200],
  [{ "if-modified-since": "yesterday" }, 200],
  // The tag takes precedence over the time.
  [{ "if-none-match": '"x"', "if-modified-since": "Fri, 02 Jan 2026 03:04:05 GMT" }, 200],
])("to %j the answer is %i", (headers, status) => {
  expect(statusFor(headers as Record<string, string>)).toBe(status);
});

test("while an earlier publication may still be committed, a time does not give 304", () => {
  expect(statusFor({ "if-modified-since": "Fri, 02 Jan 2026 03:04:05 GMT" }, false)).toBe(200);
  expect(statusFor({ "if-none-match": '"abc"' }, false)).toBe(304);
});
