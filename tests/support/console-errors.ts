import { afterEach, expect } from "vitest";

/** What a test let slip through console.error: React's warnings and forgotten failures come out there. */
const slipped: unknown[][] = [];

console.error = (...words: unknown[]) => {
  slipped.push(words);
};

afterEach(() => {
  expect(slipped.splice(0), "console.error was called").toEqual([]);
});
