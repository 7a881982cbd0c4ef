import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { decimal } from "@/lib/domain/values/decimal";
import { toFieldErrors, valuesOfError } from "@/lib/domain/values/field-errors";
import { line, roleAddress, text, webAddress } from "@/lib/domain/values/text";
import { words } from "@/messages/en";

const keyOf = (schema: ReturnType<typeof text>, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message);

describe("text", () => {
  test("is trimmed, with line feeds alone, in Unicode form NFC", () => {
    expect(text(100).parse("  a\r\nb  ")).toBe("a\nb");
    expect(text(100).parse("e\u0301")).toBe("\u00e9");
  });

  test("has its length counted after that", () => {
    expect(text(2).parse(" ab ")).toBe("ab");
    expect(text(2).safeParse("abc").success).toBe(false);
    expect(text(1).parse("e\u0301")).toBe("\u00e9");
  });

  test("refuses a text that is far too long before other checks, with the maximum length", () => {
    // If the length were not checked first, each schema would refuse this text for another reason.
    const long = "\u0000\ufeff\n".repeat(1_000_000);
    for (const schema of [text(600), line(600), webAddress, roleAddress, decimal])
      expect(schema.safeParse(long).error?.issues).toMatchObject([{ code: "too_big" }]);
    expect(text(600).safeParse(long).error?.issues).toMatchObject([{ maximum: 600 }]);
  });

  test("refuses characters that the database cannot store", () => {
    expect(keyOf(text(9), "a\u0000")).toEqual(["unstorable"]);
    expect(keyOf(text(9), "\ud800")).toEqual(["unstorable"]);
    expect(keyOf(text(9), "\u{1f600}")).toBeUndefined();
  });

  test.each([
    ...["a\u0007b", "a\ufeffb", "a\u2060b", "a\u200bb", "\u200d"],
    // These are noncharacters, control characters, unusual line breaks, and tag characters.
    ...["a\ufdd0b", "a\ufdefb", "a\ufffeb", "a\uffffb", "a\u{1fffe}b", "a\u{10ffff}b"],
    ...["a\u0080b", "a\u0085b", "a\u009fb", "a\u2028b", "a\u2029b", "a\u{e0001}b", "a\u{e007f}b"],
  ])("refuses %j, which nobody can see", (value) =>
    expect(keyOf(text(9), value)).toEqual(["invisible"]),
  );

  test.each([
    ["The bridge\ufffe is long", "U+FFFE", "The bridge"],
    ["\u2028The bridge", "U+2028", ""],
    ["ភ្នំពេញ\u{e0041}", "U+E0041", "ភ្នំពេញ"],
    [`${"a".repeat(50)}\u0000`, "U+0000", "a".repeat(20)],
    ["a bridge \ud83d", "U+D83D", "a bridge"],
  ])("says of %j which character it is and where it stands", (value, character, after) => {
    const { error } = text(99).safeParse(value);
    const errors = error && toFieldErrors(error)["form"];
    expect(errors).toMatchObject([{ character, after }]);
    const t = createTranslator({ locale: "en", messages: words, namespace: "errors.field" });
    for (const { key, ...named } of errors ?? []) {
      const sentence = t(key as "invisible", valuesOfError(named));
      expect(sentence).toContain(character);
      expect(sentence).toContain(after === "" ? "At the beginning" : `After “${after}”`);
    }
  });

  test("keeps letters, marks, signs, pictures and line breaks of every kind", () => {
    for (const value of ["a\nb", "a\tb", "a\u00adb", "½ ﷽ ￼ 👍🏽", "e\u0301".normalize("NFC")])
      expect(text(99).parse(value)).toBe(value);
  });

  test("keeps the joiners within one emoji", () => {
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

  test.each([
    "https://asean.org@a.example/report",
    "https://user:password@a.example",
    "http://user@a.example?b",
    "https:////asean.org@a.example",
    "https://asean.org:443@a.example#b",
  ])("may not be %j, which hides where it leads", (value) => {
    expect(keyOf(webAddress, value)).toEqual(["web_address_with_name"]);
  });

  test('may contain "@" in its path, as addresses of maps and profiles do', () => {
    const address = "https://a.example/@13.7,100.5,12z?to=b@c.example";
    expect(webAddress.parse(address)).toBe(address);
  });
});
