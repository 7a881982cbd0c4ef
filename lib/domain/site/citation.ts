import type { Day } from "@/lib/domain/values/day";

/** What a citation names: one edition of one record, which never changes. All of it is public. */
export type Citation = {
  /** Unlike that of any other edition, in letters, digits and hyphens: what BibTeX and RIS call it. */
  key: string;
  /** Who says it: the city. */
  author: string;
  title: string;
  /** The name of the tracker. */
  publisher: string;
  number: number;
  /** The day on which the tracker published it; of what was known earlier, from printed reports, long after it held. */
  publishedOn: Day;
  /** The permanent address, whole. */
  address: string;
  /** As of when it holds, when it was published and what its hash is, in words. */
  note: string;
};

/** Returns the citation as an entry of BibTeX, in UTF-8, every value braced so that nobody changes its capitals. */
export function toBibtex(citation: Citation): string {
  const [year, month, day] = citation.publishedOn.split("-");
  const fields = [
    `author = {{${inLatex(citation.author)}}}`,
    `title = {{${inLatex(citation.title)}}}`,
    `howpublished = {${inLatex(citation.publisher)}}`,
    `version = {${citation.number}}`,
    `year = {${year}}`,
    `month = ${months[Number(month) - 1]}`,
    `day = {${Number(day)}}`,
    `url = {${inAddress(citation.address)}}`,
    `note = {${inLatex(citation.note)}}`,
  ];
  return `@misc{${citation.key},\n${fields.map((field) => `  ${field},\n`).join("")}}\n`;
}

/** Returns the citation in the RIS form that reference managers read: a line for each value, ended by CR and LF. */
export function toRis(citation: Citation): string {
  return [
    ["TY", "ELEC"],
    ["ID", citation.key],
    ["AU", citation.author],
    ["TI", citation.title],
    ["PB", citation.publisher],
    ["ET", String(citation.number)],
    ["PY", citation.publishedOn.slice(0, 4)],
    ["DA", citation.publishedOn.replaceAll("-", "/")],
    ["UR", citation.address],
    ["N1", citation.note],
    ["ER", ""],
  ]
    .map(([tag, value]) => `${tag}  - ${onOneLine(value ?? "")}\r\n`)
    .join("");
}

/** The abbreviations that every style of BibTeX defines, in the order of the year. */
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** What TeX would take for its own, by what prints it. */
const commands: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  // Counts for balance within a value, whatever stands before it.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
};

function inLatex(text: string): string {
  return onOneLine(text)
    .replaceAll(/[\\~^<>|{}]/gu, (sign) => commands[sign] ?? sign)
    .replaceAll(/[&%$#_]/gu, "\\$&");
}

/** An address is read as it stands; only braces would end it. */
function inAddress(address: string): string {
  return address.replaceAll("{", "%7B").replaceAll("}", "%7D");
}

/** Both forms end a value with its line. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
