import type { Day } from "@/lib/domain/values/day";

/** The content of a citation of one edition of one record, which never changes. All of it is public. */
export type Citation = {
  /** A unique key of letters, digits and hyphens for BibTeX and RIS. */
  key: string;
  /** The author: the city, or the tracker that read the edition from documents about it. */
  author: string;
  title: string;
  /** The name of the tracker. */
  publisher: string;
  number: number;
  /**
   * The day on which the tracker published the edition. For editions from printed reports this is long after the day
   * from which they are valid.
   */
  publishedOn: Day;
  /** The permanent address, with the host. */
  address: string;
  /** A text with the day from which it is valid, the day of publication and the hash. */
  note: string;
};

/** Returns the citation as a BibTeX entry in UTF-8. Each value is in braces, so that its capitals are kept. */
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

/** Returns the citation in the RIS format of reference managers: one line for each value, ended by CR and LF. */
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

/** The month abbreviations that every BibTeX style defines. */
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Characters that TeX would interpret, with the command that prints each. */
const commands: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  // A brace counts for balance within a value, even after a backslash.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
};

function inLatex(text: string): string {
  return onOneLine(text)
    .replaceAll(/[\\~^<>|{}]/gu, (sign) => commands[sign] ?? sign)
    .replaceAll(/[&%$#_]/gu, "\\$&");
}

/** An address is used as it is; only braces would end the value. */
function inAddress(address: string): string {
  return address.replaceAll("{", "%7B").replaceAll("}", "%7D");
}

/** Returns a text without line breaks: in both formats a value ends with its line. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
