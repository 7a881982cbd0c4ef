import { toPlainDigits } from "@/lib/domain/values/digits";

/** The languages of the region as the browser and the server name them for months. */
const languages = ["en", "ms", "id", "fil", "th", "vi", "km", "lo", "my", "zh", "ta", "pt"];

/** Names that Intl does not have: Tetum, and short forms that people write. */
const others: string[][] = [
  ["janeiru", "มค", "ម.ក", "jan."],
  ["fevereiru", "กพ", "feb."],
  ["marsu", "มีค", "mac", "mac."],
  ["abríl", "abril", "เมย", "apr."],
  ["maiu", "พค"],
  ["juñu", "junhu", "มิย"],
  ["jullu", "julhu", "กค"],
  ["agostu", "สค", "ogos", "agustus", "ags", "agu"],
  ["setembru", "กย", "sept", "setyembre"],
  ["outubru", "ตค", "oktober"],
  ["novembru", "พย", "nopember"],
  ["dezembru", "ธค", "desember", "disember"],
];

/** Words that stand beside the numbers of a date and say nothing more. */
const fillers = new Set(
  (
    "of the de th st nd rd ika ng a tanggal tgl tarikh bulan tahun thn dia ano mês loron fulan tinan ngày tháng năm " +
    "วันที่ เดือน ปี พ.ศ ค.ศ พศ คศ ថ្ងៃទី ថ្ងៃ ខែ ឆ្នាំ ວັນທີ ວັນ ເດືອນ ປີ ခုနှစ် ခု နှစ် လ ရက် ရက်နေ့ နေ့ ம் ஆம் ஆண்டு 年 月 日"
  ).split(" "),
);

let known: Map<string, number> | null = null;

/** Returns the month's number of each name; names that two languages give to different months are left out. */
function monthsByName(): Map<string, number> {
  if (known) return known;
  const found = new Map<string, number>();
  const unclear = new Set<string>();
  const add = (name: string, month: number) => {
    const key = toKey(name);
    // "Tháng 9" and "9月" are read by their number.
    if (key === "" || /\p{Nd}/u.test(key)) return;
    if ((found.get(key) ?? month) !== month) unclear.add(key);
    found.set(key, month);
  };
  const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)));
  for (const language of languages)
    for (const month of ["long", "short"] as const)
      for (const rest of [{}, { day: "numeric" }] as const) {
        const locale = `${language}-u-ca-gregory-nu-latn`;
        const format = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC", ...rest });
        for (const [index, day] of days.entries())
          for (const part of format.formatToParts(day))
            if (part.type === "month") add(part.value, index + 1);
      }
  for (const [index, names] of others.entries()) for (const name of names) add(name, index + 1);
  for (const name of unclear) found.delete(name);
  known = found;
  return found;
}

function toKey(name: string) {
  return name
    .normalize("NFC")
    .toLocaleLowerCase("en")
    .replaceAll(/[.\s]+$/gu, "")
    .trim();
}

/** The numbers of a date whose month is a word or stands beside the word for month; null when it is no such date. */
export type NamedMonth = { year: number; month: number; day: number | null };

/**
 * Reads "30 September 2024", "September 30, 2024", "Sep 2024", "30 ก.ย. 2567", "ngày 30 tháng 9 năm 2024" and
 * "2024年9月30日": one month, one year of four digits, and at most one day. Anything else in the text makes it null.
 */
export function readNamedMonth(typed: string): NamedMonth | null {
  const text = toPlainDigits(typed).normalize("NFC").toLocaleLowerCase("en");
  const numbered =
    /^(?:ngày )?(?:(?<d1>\d{1,2}) )?tháng (?<m1>\d{1,2})(?:,? năm|,|\/)? ?(?<y1>\d{4})$/u.exec(
      text,
    ) ?? /^(?<y1>\d{4}) ?年 ?(?<m1>\d{1,2}) ?月 ?(?:(?<d1>\d{1,2}) ?日)?$/u.exec(text);
  const { y1, m1, d1 } = numbered?.groups ?? {};
  if (y1 && m1) return { year: Number(y1), month: Number(m1), day: d1 ? Number(d1) : null };

  let month: number | null = null;
  const numbers: string[] = [];
  for (const [piece] of text.matchAll(
    /\p{Nd}+|[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*|[^\s,.\-/:()]/gu,
  )) {
    if (/^\d+$/u.test(piece)) numbers.push(piece);
    else if (!fillers.has(piece)) {
      const named = monthOf(piece);
      if (named === null || month !== null) return null;
      month = named;
    }
  }
  const year = numbers.find((number) => number.length === 4);
  const days = numbers.filter((number) => number !== year);
  const isDay = days.length === 0 || (days.length === 1 && /^\d{1,2}$/u.test(days[0] ?? ""));
  if (month === null || year === undefined || !isDay) return null;
  return { year: Number(year), month, day: days[0] === undefined ? null : Number(days[0]) };
}

/** Returns the month of a word, also where a script without spaces joins "month" to it: "ខែកញ្ញា", "စက်တင်ဘာလ". */
function monthOf(word: string): number | null {
  const months = monthsByName();
  const direct = months.get(toKey(word)) ?? months.get(word.replaceAll(".", ""));
  if (direct !== undefined) return direct;
  for (const filler of fillers) {
    if (filler.length < 1 || /^\p{Script=Latin}/u.test(filler)) continue;
    const bare = word.startsWith(filler)
      ? word.slice(filler.length)
      : word.endsWith(filler)
        ? word.slice(0, -filler.length)
        : null;
    const month = bare === null ? undefined : months.get(toKey(bare));
    if (month !== undefined) return month;
  }
  return null;
}
