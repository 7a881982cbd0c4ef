import { expect, test } from "@playwright/test";
import { readCorpus } from "@/tests/support/corpus";

// Workbooks of other people's making: SHEETS_FOLDER names a folder of them, such as the test files of libraries that
// read workbooks. They are not kept here, because they are not ours.

const folder = process.env["SHEETS_FOLDER"] ?? "";

test("every workbook of a folder is read or refused, and no cell is lost that another reader has", async () => {
  test.skip(folder === "", "SHEETS_FOLDER does not name a folder of workbooks");
  test.setTimeout(3_600_000);
  const corpus = await readCorpus(folder);
  console.log(JSON.stringify(corpus, null, 2));
  expect(corpus.files).toBeGreaterThan(0);
  expect(corpus.read).toBeGreaterThan(0);
  expect(corpus.lost).toEqual([]);
});
