import { shownBy } from "./number-format.mjs";

/** The number of days between the calendars that begin in 1900 and in 1904. */
const days1904 = 1462;
/** The number of 31 December 9999. */
const lastDay = 2_958_465;
/** Day 0 of the calendar, which counts a 29 February 1900 that did not exist. */
const dayZero = Date.UTC(1899, 11, 30);
const daySeconds = 86_400;

const errors = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

/**
 * Returns a cell of SheetJS as a cell of a table, "" when the file says that it is empty. Texts are as the file shows
 * them: a day as "2025-09-30", a month as "2025-09", a time as "09:00", a percentage as "45%".
 */
export function cellText(cell, is1904) {
  const notes = cell.f === undefined && cell.F === undefined ? [] : ["formula"];
  const { text, number, note } = contentOf(cell, is1904);
  if (note) notes.push(note);
  if (text === "") return "";
  return notes.length === 0 && number === undefined
    ? text
    : { text, notes, ...(number !== undefined && { number }) };
}

function contentOf(cell, is1904) {
  switch (cell.t) {
    case "z":
      return cell.f === undefined ? { text: "" } : { text: `=${cell.f}`, note: "no_result" };
    case "s":
      return textContent(cell.v ?? "");
    case "b":
      return { text: cell.v ? "TRUE" : "FALSE" };
    case "e":
      return { text: errors.get(cell.v) ?? "#N/A", note: "error" };
    case "n":
      return Number.isFinite(cell.v)
        ? shownNumber(cell.v, shownBy(cell.z ?? "General"), is1904)
        : { text: String(cell.v), note: "not_understood" };
    default:
      return { text: String(cell.v ?? cell.w ?? "?"), note: "not_understood" };
  }
}

/** Returns a text; one such as "1.500" can be two numbers where a stored number is one, and is marked. */
export function textContent(text) {
  return /^-?\d{1,3}\.\d{3}$/u.test(text) ? { text, note: "text_number" } : { text };
}

/** Returns a number as its format shows it (see shownBy): the text, and the number where the text is another. */
export function shownNumber(value, shown, is1904) {
  switch (shown.kind) {
    case "percent":
      return { text: `${plain(value * 100)}%`, number: value, note: "percent" };
    case "padded":
      return { text: plain(value).padStart(value < 0 ? 0 : shown.digits, "0") };
    case "elapsed":
    case "time":
      return value < 0 ? { text: plain(value) } : { text: timeText(value, shown) };
    case "day":
    case "month":
    case "year":
      return dayText(is1904 ? value + days1904 : value, shown) ?? { text: plain(value) };
    default:
      return { text: plain(value) };
  }
}

/** Returns a day or a time that stands in a file as ISO 8601 writes it; null when it is none. */
export function isoDayText(said, shown) {
  const time = /^T?(\d{2}:\d{2})(:\d{2}(\.\d+)?)?$/u.exec(said);
  if (time) return { text: time[1] };
  const instant = Date.parse(
    /T/u.test(said) && !/Z|[+-]\d{2}:\d{2}$/u.test(said) ? `${said}Z` : said,
  );
  if (Number.isNaN(instant)) return null;
  const isDay = shown.kind === "day" || shown.kind === "month" || shown.kind === "year";
  return dayText((instant - dayZero) / (daySeconds * 1000), isDay ? shown : { kind: "day" });
}

/** Returns a number with the fifteen digits that a spreadsheet keeps. */
function plain(value) {
  return String(Number(value.toPrecision(15)));
}

/**
 * Returns a number as a day, null when it is none: a negative number or one after the year 9999, for which programs show
 * "###". A part of a day alone is a time.
 */
function dayText(serial, shown) {
  if (!(serial >= 0 && serial < lastDay + 1)) return null;
  if (serial < 1) return serial === 0 ? null : { text: timeText(serial, shown) };
  const days = Math.floor(serial) + (serial < 60 ? 1 : 0);
  const day = new Date(dayZero + days * daySeconds * 1000).toISOString();
  const text = day.slice(0, { day: 10, month: 7, year: 4 }[shown.kind]);
  return {
    text: shown.hasTime ? `${text} ${timeText(serial % 1, shown)}` : text,
    number: serial,
    note: "date",
  };
}

function timeText(days, { kind, hasSeconds }) {
  const whole = Math.round(days * daySeconds);
  const seconds = kind === "elapsed" ? whole : whole % daySeconds;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hasSeconds) parts.push(seconds % 60);
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
