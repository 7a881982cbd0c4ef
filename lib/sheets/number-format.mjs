/**
 * The built-in formats that show a number as a day, a time or a percentage, by their ids (ECMA-376, part 1, 18.8.30). A
 * file has no code for them. 27 to 58 belong to East Asian and 67 to 81 to Thai programs, and some of them differ
 * between languages: those are given here as a day.
 */
export const builtInFormats = new Map([
  ...[14, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58, 71, 72, 73, 81].map(
    (id) => [id, "d/m/yyyy"],
  ),
  [9, "0%"],
  [10, "0.00%"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yy h:mm"],
  [32, "h:mm"],
  [33, "h:mm:ss"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [67, "0%"],
  [68, "0.00%"],
  [74, "mmm-yy"],
  [75, "h:mm"],
  [76, "h:mm:ss"],
  [77, "d/m/yyyy h:mm"],
  [78, "mm:ss"],
  [79, "[h]:mm:ss"],
  [80, "mm:ss.0"],
]);

const known = new Map();

/**
 * Returns what a number format shows: "day", "month" or "year", each with or without a time, "time", "elapsed",
 * "percent", "padded" with the number of its digits, or "number".
 */
export function shownBy(code) {
  let shown = known.get(code);
  if (!shown) {
    shown = read(code);
    known.set(code, shown);
  }
  return shown;
}

function read(code) {
  const marks = marksOf(code);
  const has = (...wanted) => wanted.some((mark) => marks.includes(mark));
  const hasSeconds = has("s");
  const hasTime = has("h", "s", "minute");
  if (has("elapsed")) return { kind: "elapsed", hasSeconds };
  if (has("d")) return { kind: "day", hasTime, hasSeconds };
  if (has("month")) return { kind: "month" };
  if (has("y")) return { kind: "year" };
  if (hasTime) return { kind: "time", hasSeconds };
  if (has("%")) return { kind: "percent" };
  const zeros = /^0{2,}$/u.exec(code);
  return zeros ? { kind: "padded", digits: code.length } : { kind: "number" };
}

/**
 * Returns the marks of the first section of a format that mean something. Quoted text, escaped characters, and the
 * characters after "_" (a space of that width) and "*" (fills the cell) are not marks.
 */
function marksOf(code) {
  const token =
    /"[^"]*"?|[\\_*][\s\S]|\[([^\]]*)\]|general|am\/pm|a\/p|e[+-]|b[12]|(y|e|g|b|m|d|h|s)\2*|[\s\S]/giu;
  const marks = [];
  for (const [text, bracket] of code.matchAll(token)) {
    if (text === ";") break;
    const letter = text[0].toLowerCase();
    if (bracket !== undefined) {
      if (/^(h+|m+|s+)$/iu.test(bracket)) marks.push("elapsed");
    } else if (/^(general|e[+-]|b[12])$/iu.test(text)) continue;
    else if (/^a/iu.test(text)) {
      if (text.includes("/")) marks.push("h");
    } else if (letter === "m")
      marks.push(
        marks.findLast((mark) => mark !== "%") === "h" && text.length < 3 ? "minute" : "m",
      );
    else if (letter === "s") {
      // "m" directly before seconds means minutes.
      if (marks.at(-1) === "m") marks[marks.length - 1] = "minute";
      marks.push("s");
    } else if ("yegb".includes(letter)) marks.push("y");
    else if ("dh%".includes(letter)) marks.push(letter);
  }
  return marks.map((mark) => (mark === "m" ? "month" : mark));
}
