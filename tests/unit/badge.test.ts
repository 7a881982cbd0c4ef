import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { badgeSvg } from "@/lib/domain/site/badge";

function read(name: string, says: string) {
  const svg = badgeSvg({ name, says });
  const parsed = new XMLParser({ ignoreAttributes: false }).parse(svg, true);
  return { svg, texts: parsed.svg.g.text, width: Number(parsed.svg["@_width"]) };
}

test("a badge holds both texts within its width, whatever their letters", () => {
  for (const [name, says] of [
    ["Phuket", "7 projects, 2 completed"],
    ["ភ្នំពេញ", "គម្រោង ៧"],
    ["新加坡", "6 个项目，已完成 2 个"],
  ] as const) {
    const { texts, width } = read(name, says);
    expect(texts.map((each: { "#text": string }) => each["#text"])).toEqual([name, says]);
    const [left, right] = texts;
    const endOf = (text: Record<string, string>) =>
      Number(text["@_x"]) + Number(text["@_textLength"]);
    expect(endOf(left)).toBeLessThan(Number(right["@_x"]));
    expect(endOf(right)).toBeLessThan(width);
  }
});

test("markup is escaped, and long texts are shortened", () => {
  const { svg, texts } = read(`<script>"&`, "x".repeat(300));
  expect(svg).not.toMatch(/<script|style=/u);
  expect(texts[1]["#text"]).toMatch(/^x+…$/u);
  expect(texts[1]["#text"].length).toBeLessThan(60);
});
