import { describe, expect, test } from "vitest";
import { line, text, webAddress } from "@/lib/domain/text";

const keyOf = (schema: ReturnType<typeof text>, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message);

describe("text", () => {
  test("is trimmed, with line feeds alone, in Unicode form NFC", () => {
    expect(text(100).parse("  a\r\nb  ")).toBe("a\nb");
    expect(text(100).parse("e\u0301")).toBe("\u00e9");
  });

  test("counts its length after that", () => {
    expect(text(2).parse(" ab ")).toBe("ab");
    expect(text(2).safeParse("abc").success).toBe(false);
    expect(text(1).parse("e\u0301")).toBe("\u00e9");
  });

  test("refuses what no database can keep", () => {
    expect(keyOf(text(9), "a\u0000")).toEqual(["unstorable"]);
    expect(keyOf(text(9), "\ud800")).toEqual(["unstorable"]);
    expect(keyOf(text(9), "\u{1f600}")).toBeUndefined();
  });

  test.each(["a\u0007b", "a\ufeffb", "a\u2060b", "a\u200bb", "\u200d"])(
    "refuses %j, which nobody can see",
    (value) => expect(keyOf(text(9), value)).toEqual(["invisible"]),
  );

  test("keeps what joins the parts of one picture", () => {
    const family = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";
    expect(text(20).parse(family)).toBe(family);
  });
});

describe("a line", () => {
  test.each(["a\nb", "a\u202eb", "a\u2067b", "a\u200fb"])("refuses %j", (value) => {
    expect(keyOf(line(9), value)).toEqual(["one_line"]);
  });

  test("keeps the joiners and breaks that scripts need", () => {
    const khmer = "ភ្នំ\u200bពេញ ក\u200cខ\u200dគ";
    expect(line(20).parse(khmer)).toBe(khmer);
  });
});

describe("a web address", () => {
  test.each(["", "https://a.example/b?c=d", "http://a.example"])("may be %j", (value) => {
    expect(webAddress.parse(value)).toBe(value);
  });

  test.each(["javascript:alert(1)", "a.example", "https:// a.example", "ftp://a.example"])(
    "may not be %j",
    (value) => {
      expect(keyOf(webAddress, value)).toEqual(["web_address"]);
    },
  );
});
