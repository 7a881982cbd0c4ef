/** Returns true when two labels have the same words, without regard to capitals and with "&" equal to "and". */
export function isSameLabel(a: string, b: string): boolean {
  const plain = (label: string) =>
    label
      .toLowerCase()
      .replace("&", "and")
      .replaceAll(/[^a-z]/g, "");
  return plain(a) === plain(b);
}

/**
 * Returns a date of the data as a partial date. "2024-Q4" and "2019-H1" become their last month, and `said` has the
 * original in words; it is null when nothing was lost.
 */
export function toPartialDate(date: string): { on: string; said: string | null } {
  const part = /^(\d{4})-([QH])(\d)$/.exec(date);
  if (part) {
    const [, year, kind, number] = part;
    const month = Number(number) * (kind === "Q" ? 3 : 6);
    const name = kind === "Q" ? "quarter" : "half";
    const said = `the ${ordinals[Number(number) - 1]} ${name} of ${year}`;
    return { on: `${year}-${String(month).padStart(2, "0")}`, said };
  }
  return { on: date, said: null };
}

/** Returns only the partial date; null for null. */
export function partialDate(date: string | null): string | null {
  return date === null ? null : toPartialDate(date).on;
}

/** Returns a date of the data in English: "September 2024", "the fourth quarter of 2024". */
export function toWords(date: string): string {
  const { on, said } = toPartialDate(date);
  if (said) return said;
  const [year, month, day] = on.split("-");
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

const ordinals = ["first", "second", "third", "fourth"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
