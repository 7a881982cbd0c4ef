import { describe, expect, test } from "vitest";
import { toPlainDigits } from "@/lib/domain/values/digits";

describe("digits of other scripts", () => {
  test.each([
    ["Thai", "๐๑๒๓๔๕๖๗๘๙"],
    ["Lao", "໐໑໒໓໔໕໖໗໘໙"],
    ["Khmer", "០១២៣៤៥៦៧៨៩"],
    ["Burmese", "၀၁၂၃၄၅၆၇၈၉"],
    ["Shan", "႐႑႒႓႔႕႖႗႘႙"],
    ["Tamil", "௦௧௨௩௪௫௬௭௮௯"],
    ["Arabic", "٠١٢٣٤٥٦٧٨٩"],
    ["full width", "０１２３４５６７８９"],
    ["mathematical bold, which stands beside four more runs", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"],
    ["mathematical monospace, the last of those runs", "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿"],
  ])("%s", (_script, digits) => {
    expect(toPlainDigits(digits)).toBe("0123456789");
  });

  test("other characters stay, and each digit of Unicode has an ASCII digit", () => {
    expect(toPlainDigits("ปี ๒๕๖๘-๐๙, 12.5 ² Ⅳ")).toBe("ปี 2568-09, 12.5 ² Ⅳ");
    const all = Array.from({ length: 0x1ffff }, (_, point) =>
      /\p{Nd}/u.test(String.fromCodePoint(point)) ? String.fromCodePoint(point) : "",
    ).join("");
    // Every script has each digit once, in order.
    expect(toPlainDigits(all)).toMatch(/^(0123456789)+$/u);
  });
});
