import { describe, expect, test } from "vitest";
import { partnerSlug } from "@/lib/domain/organisation/partner";
import {
  subjectWord,
  toJoinedWords,
  toPhrases,
  toSearchQuery,
  toSearchWords,
} from "@/lib/domain/site/search-words";

describe("search words", () => {
  test("are in lower case without punctuation, and pairs of characters in scripts without spaces", () => {
    expect(toSearchWords("Wi-Fi in Hà Nội, 2021!")).toEqual([
      "wi",
      "fi",
      "in",
      "hà",
      "nội",
      "2021",
    ]);
    expect(toSearchWords("ทางเท้า")).toEqual(["ทา", "าง", "งเ", "เท", "ท้", "้า", "า"]);
    expect(toSearchWords("智慧city")).toEqual(["智慧", "慧", "city"]);
    expect(toSearchWords("%_'()&|!:*\\")).toEqual([]);
  });

  test("do not depend on zero-width spaces", () => {
    expect(toSearchWords("ទឹក\u200bស្អាត")).toEqual(toSearchWords("ទឹកស្អាត"));
  });

  test("are alike in whatever way a vowel is typed", () => {
    for (const typed of ["น\u0e4d\u0e49า", "น\u0e49\u0e4dา", "นำ\u0e49"])
      expect(toSearchWords(`บัด${typed}`)).toEqual(toSearchWords("บัดน้ำ"));
    for (const typed of ["ນ\u0ecd\u0ec9າ", "ນ\u0ec9\u0ecdາ", "ນ\u0eb3\u0ec9"])
      expect(toSearchWords(typed)).toEqual(toSearchWords("ນ\u0ec9\u0eb3"));
  });

  test("have digits of one script and no invisible characters", () => {
    expect(toSearchWords("ปี ๒๕๖๘ ២០២៥")).toEqual(["ปี", "ี", "2568", "2025"]);
    expect(toSearchWords("Transfor\u00admation of\u200e data\ufeff")).toEqual([
      ...["transformation", "of", "data"],
    ]);
  });

  test("are joined with their neighbours", () => {
    expect(toJoinedWords("Ha Noi Metro")).toEqual(["hanoi", "noimetro"]);
    expect(toJoinedWords("Metro")).toEqual([]);
  });
});

test("a query matches every word or its beginning, or all words joined", () => {
  expect(toSearchQuery("Ha Noi")).toBe("('ha':* & 'noi':*) | 'hanoi':*");
  expect(toSearchQuery("bus")).toBe("'bus':*");
  expect(toSearchQuery("ขนส่ง bus")).toBe("('ขน' <-> 'นส' <-> 'ส่' <-> '่ง') & 'bus':*");
  expect(toSearchQuery("水")).toBe("'水':*");
  expect(toSearchQuery(" ' & | ")).toBeNull();
});

test("a phrase that names a subject also asks for what is about it, the longest phrase first", () => {
  const subjects = new Map([
    ["flash flood", ["flood-drainage"]],
    ["flood", ["flood-drainage"]],
    ["น้ำท่วม", ["flood-drainage", "clean-water"]],
  ]);
  expect(toSearchQuery("flood", subjects)).toBe("(('flood':*) | '#flood-drainage')");
  expect(toSearchQuery("Flash flood in Kuching", subjects)).toBe(
    "(('flash':* & 'flood':*) | '#flood-drainage') & 'in':* & 'kuching':*",
  );
  expect(toSearchQuery("น้ำท่วม", subjects)).toMatch(/\| '#flood-drainage' \| '#clean-water'\)$/u);
  expect(toPhrases("Flash-flood, Kuching")).toEqual([
    "flash",
    "flash flood",
    "flash flood kuching",
    "flood",
    "flood kuching",
    "kuching",
  ]);
  expect(toSearchWords(subjectWord("flood-drainage"))).not.toContain("#flood-drainage");
});

test("a partner's address depends only on its name", () => {
  expect(partnerSlug("JICA")).toBe("jica");
  expect(partnerSlug("Ministère de l’Économie")).toBe("ministere-de-l-economie");
  expect(partnerSlug("Đà Nẵng")).toBe("da-nang");
  const thai = ["กรมทางหลวง", "กรมทางหลวงชนบท", "กรมทางหลวง "].map(partnerSlug);
  expect(thai[0]).toMatch(/^[a-z0-9]+$/u);
  expect(new Set(thai).size).toBe(3);
  const long = `${"A very long name of a ministry ".repeat(5)}and its bureau`;
  expect(partnerSlug(long).length).toBeLessThan(110);
  expect(partnerSlug(long)).not.toBe(partnerSlug(`${long}s`));
});
