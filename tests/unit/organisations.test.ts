import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { organisationForm, writeNames } from "@/lib/domain/organisation/form";
import { everywhere, meantBy, nameKey } from "@/lib/domain/organisation/name";
import { partnerSlug } from "@/lib/domain/organisation/partner";

describe("a name as names are compared", () => {
  test.each([
    ["J.I.C.A.", "JICA"],
    ["  Japan   International Cooperation Agency ", "japan international cooperation agency"],
    ["Ministère de l’Économie", "MINISTERE DE L'ECONOMIE"],
    ["Đà Nẵng People's Committee", "da nang peoples committee"],
    ["Nippon Koei Co., Ltd.", "Nippon Koei Co Ltd"],
    ["Straße", "STRASSE"],
    ["Brunei-Muara District Office", "Brunei Muara District Office"],
    ["ＪＩＣＡ", "jica"],
  ])("%s is %s", (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test("keeps the vowel signs of scripts that write them as marks", () => {
    expect(nameKey("กรมทางหลวง")).not.toBe(nameKey("กรมทางหลวงชนบท"));
    expect(nameKey("កែ")).not.toBe(nameKey("កី"));
    expect(nameKey("กรม ทางหลวง")).toBe(nameKey("กรมทางหลวง"));
  });

  test("is nothing of a name without letters and digits", () => {
    expect([nameKey(""), nameKey(" – "), nameKey("?!")]).toEqual(["", "", ""]);
  });

  test("is the same however often it is taken, and whatever case, spaces and punctuation are written", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(fc.property(text, (name) => nameKey(nameKey(name)) === nameKey(name)));
    fc.assert(
      fc.property(
        fc.array(text),
        (words) => nameKey(words.join(" ")) === nameKey(words.join(". ")),
      ),
    );
    const latin = fc.stringMatching(/^[A-Za-zÀ-ÿ ]{1,40}$/u);
    fc.assert(fc.property(latin, (name) => nameKey(name.toUpperCase()) === nameKey(name)));
  });

  test("is the same for names that share the address of a page", () => {
    const latin = fc.stringMatching(/^[A-Za-z0-9 .,'-]{1,40}$/u);
    fc.assert(
      fc.property(
        latin.filter((name) => nameKey(name) !== ""),
        (name) => nameKey(partnerSlug(name)) === nameKey(name),
      ),
    );
  });
});

describe("what a name means", () => {
  const meanings = [
    { key: "mot", within: "TH", organisation: "of Thailand" },
    { key: "mot", within: "MY", organisation: "of Malaysia" },
    { key: "jica", within: everywhere, organisation: "JICA" },
    { key: "jica", within: "LA", organisation: null },
    { key: "sma", within: everywhere, organisation: "of Sarawak" },
    { key: "sma", within: "VN", organisation: "of Viet Nam" },
  ];

  test.each([
    ["MOT", "TH", "of Thailand"],
    ["M.O.T.", "MY", "of Malaysia"],
    ["MOT", "VN", null],
    ["Jica", "VN", "JICA"],
    ["JICA", "LA", null],
    ["SMA", "VN", "of Viet Nam"],
    ["SMA", "MY", "of Sarawak"],
    ["Nobody", "TH", null],
  ])("of %s in %s is %s", (name, country, meant) => {
    expect(meantBy(meanings, name, country)).toBe(meant);
  });
});

describe("the form of an organisation", () => {
  const typed = { name: " JICA ", kind: "donor", countryCode: "jp", otherNames: "" };
  const parse = (given: Partial<typeof typed>) =>
    organisationForm.safeParse({ ...typed, ...given });

  test("takes one other name a line, with the country in which alone it holds", () => {
    const otherNames = "The agency\n\nMinistry of Transport | th\n A | B | TH \n";
    const names = [
      { name: "The agency", within: everywhere },
      { name: "Ministry of Transport", within: "TH" },
      { name: "A | B", within: "TH" },
    ];
    expect(parse({ otherNames })).toMatchObject({
      data: { name: "JICA", countryCode: "JP", otherNames: names },
    });
    expect(parse({ otherNames: writeNames(names) }).data?.otherNames).toEqual(names);
  });

  test("takes any country or none, and only names that can be compared", () => {
    expect(parse({ countryCode: "" }).data?.countryCode).toBeNull();
    expect(parse({ countryCode: "QX" }).success).toBe(false);
    expect(parse({ name: " " }).success).toBe(false);
    expect(parse({ name: "–" }).success).toBe(false);
    expect(parse({ otherNames: "JICA\n–" }).success).toBe(false);
    expect(parse({ kind: "community" }).success).toBe(false);
  });
});
