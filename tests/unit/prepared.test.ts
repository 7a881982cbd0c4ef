import { expect, test } from "vitest";
import { nameOftenSent } from "@/lib/db/prepared";

/** Sends a statement so many times. Returns the names under which it was sent, in order. */
function send(nameOf: ReturnType<typeof nameOftenSent>, sql: string, times: number) {
  return Array.from({ length: times }, () => nameOf({ sql }));
}

test("a statement that is sent again and again gets one name, and no other statement has it", () => {
  const nameOf = nameOftenSent();
  const first = send(nameOf, "select 1", 30);
  const second = send(nameOf, "select 2", 30);
  expect(first.slice(0, 20)).toEqual(Array(20).fill(""));
  expect(new Set(first.slice(20))).toHaveLength(1);
  expect(first.at(-1)).not.toBe("");
  expect(second.at(-1)).not.toBe(first.at(-1));
});

test("statements that differ each time get no name, and their number in memory is limited", () => {
  const nameOf = nameOftenSent();
  for (let length = 0; length < 2_000; length++) {
    expect(nameOf({ sql: `select ${length}` })).toBe("");
  }
  expect(new Set(send(nameOf, "select 'late'", 30))).toEqual(new Set([""]));
});
