import { expect, test } from "vitest";
import { formatPartialDate } from "@/components/ui/partial-date";

test.each([
  ["en", "30 September 2025", "September 2025", "2025"],
  ["km", "ថ្ងៃទី 30 ខែកញ្ញា ឆ្នាំ 2025", "ខែកញ្ញា ឆ្នាំ 2025", "2025"],
  ["th", "30 กันยายน 2568 (2025)", "กันยายน 2568 (2025)", "2568 (2025)"],
  ["vi", "ngày 30 tháng 9 năm 2025", "tháng 9 năm 2025", "2025"],
  ["id", "30 September 2025", "September 2025", "2025"],
  ["zh", "2025年9月30日", "2025年9月", "2025年"],
])("a date is written as readers of %s write it", (locale, day, month, year) => {
  expect(formatPartialDate("2025-09-30", locale)).toBe(day);
  expect(formatPartialDate("2025-09", locale)).toBe(month);
  expect(formatPartialDate("2025", locale)).toBe(year);
});
