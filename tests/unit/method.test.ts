import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { locales } from "@/lib/domain/language/locale";

/** Returns what a Markdown text consists of, without its words: the kinds of its blocks, in order, and its emphases. */
async function shapeOf(path: string) {
  const text = await readFile(path, "utf8");
  const blocks = text.split("\n").filter((block) => block.trim() !== "");
  return blocks.map((block) => ({
    kind: /^(#+|-)? ?/u.exec(block)?.[1] ?? "text",
    emphases: block.replace(/^- /u, "").split("*").length - 1,
  }));
}

test.each(locales.filter((locale) => locale !== "en"))(
  "the method in %s has every part of the English one",
  async (locale) => {
    expect(await shapeOf(`docs/method/${locale}.md`)).toEqual(await shapeOf("docs/method.md"));
  },
);
