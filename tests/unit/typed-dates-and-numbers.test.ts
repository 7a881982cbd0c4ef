import { describe, expect, test } from "vitest";
import { readDateText } from "@/lib/domain/values/date-text";
import { readNumber, readNumberText } from "@/lib/domain/values/number-text";

describe("a number", () => {
  test.each([
    ["1234567", "1234567"],
    ["1 234 567,89", "1234567.89"],
    ["1\u202f234,5", "1234.5"],
    ["1.234.567", "1234567"],
    ["1.234,56", "1234.56"],
    ["1,234.56", "1234.56"],
    ["1,234,567", "1234567"],
    ["61,5", "61.5"],
    ["61.5", "61.5"],
    ["0.500", "0.500"],
    ["0,125", "0.125"],
    ["1234.567", "1234.567"],
    ["๑.๒๕๐,๕", "1250.5"],
    ["−3,25", "-3.25"],
    ["1'234'567.8", "1234567.8"],
  ])("%s is %s", (typed, number) => {
    expect(readNumberText(typed)).toMatchObject({ number });
  });

  test.each([
    ["1.500", { point: "1.500", comma: "1500" }],
    ["1,500", { point: "1500", comma: "1.500" }],
    ["-12,345", { point: "-12345", comma: "-12.345" }],
  ])("%s can be two", (typed, either) => {
    expect(readNumberText(typed)).toEqual({ either });
    expect(readNumberText(typed, "point")).toMatchObject({ number: either.point });
    expect(readNumberText(typed, "comma")).toMatchObject({ number: either.comma });
    expect(readNumber(typed)).toBe(typed);
  });

  test.each([
    "",
    "-",
    "12 or 13",
    "1,23,45",
    "1.23.456",
    "1e3",
    "~3000",
    "TBD",
    "1 23",
    "12.",
    "1.2345.678",
  ])("%j is none", (typed) => expect(readNumberText(typed)).toBeNull());

  test("has one meaning where the other is beyond what its field takes", () => {
    expect(readNumber("98.392", 180)).toBe(98.392);
    expect(readNumber("98.392")).toBe("98.392");
  });
});

describe("a date", () => {
  test.each([
    ["2025", "2025"],
    ["2025-9", "2025-09"],
    ["2025/9/30", "2025-09-30"],
    ["9/2025", "2025-09"],
    ["2025-01-31 00:00:00", "2025-01-31"],
    ["2025-01-31T00:00:00.000Z", "2025-01-31"],
    ["30/9/2024", "2024-09-30"],
    ["9/30/2024", "2024-09-30"],
    ["30 September 2024", "2024-09-30"],
    ["September 30, 2024", "2024-09-30"],
    ["30th of September 2024", "2024-09-30"],
    ["Sep 2024", "2024-09"],
    ["1 March 2015", "2015-03-01"],
    ["30 Ogos 2024", "2024-08-30"],
    ["17 Agustus 2024", "2024-08-17"],
    ["Mac 2024", "2024-03"],
    ["Setyembre 30, 2024", "2024-09-30"],
    ["ngày 30 tháng 9 năm 2024", "2024-09-30"],
    ["tháng 9 năm 2024", "2024-09"],
    ["៣០ កញ្ញា ២០២៤", "2024-09-30"],
    ["ថ្ងៃទី៣០ ខែកញ្ញា ឆ្នាំ២០២៤", "2024-09-30"],
    ["30 ກັນຍາ 2024", "2024-09-30"],
    ["၃၀ စက်တင်ဘာ ၂၀၂၄", "2024-09-30"],
    ["၂၀၂၄ ခုနှစ် စက်တင်ဘာလ ၃၀ ရက်", "2024-09-30"],
    ["2024年9月30日", "2024-09-30"],
    ["2024 年 9 月", "2024-09"],
    ["30 செப்டம்பர் 2024", "2024-09-30"],
    ["30 de setembro de 2024", "2024-09-30"],
    ["30 Setembru 2024", "2024-09-30"],
  ])("%s is %s", (typed, date) => {
    expect(readDateText(typed)).toEqual({ date, isBuddhist: false });
  });

  test.each([
    ["2568", "2025"],
    ["๓๐/๙/๒๕๖๘", "2025-09-30"],
    ["กันยายน 2567", "2024-09"],
    ["30 ก.ย. 2567", "2024-09-30"],
    ["วันที่ 30 กันยายน พ.ศ. 2567", "2024-09-30"],
  ])("%s is of the Buddhist calendar: %s", (typed, date) => {
    expect(readDateText(typed)).toEqual({ date, isBuddhist: true });
  });

  test("with day and month below 13 is asked about, and read as its column says", () => {
    expect(readDateText("3/4/2025")).toBe("day_or_month");
    expect(readDateText("3/4/2025", "day_first")).toMatchObject({ date: "2025-04-03" });
    expect(readDateText("3/4/2025", "month_first")).toMatchObject({ date: "2025-03-04" });
    expect(readDateText("13/4/2025", "month_first")).toMatchObject({ date: "2025-04-13" });
  });

  test.each([
    "2011/12",
    "2018/19",
    "FY2024",
    "30/9/68",
    "2024-02-30",
    "29/2/2566",
    "soon",
    "May",
    "12/14/20",
    "30 Smarch 2024",
    "2025-01-31 14:30:00",
  ])("%s is none", (typed) => expect(readDateText(typed)).toBeNull());
});
