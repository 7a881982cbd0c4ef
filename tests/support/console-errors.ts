import { afterEach, expect } from "vitest";

/** What a test wrote to console.error, such as warnings of React and failures that nothing caught. */
const slipped: unknown[][] = [];

console.error = (...words: unknown[]) => {
  slipped.push(words);
};

afterEach(() => {
  expect(slipped.splice(0), "console.error was called").toEqual([]);
});
