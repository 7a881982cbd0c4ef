import "server-only";

/** The indexes of the cell formats below. */
export const styles = {
  header: 1,
  locked: 2,
  text: 3,
  longText: 4,
  number: 5,
  day: 6,
  /** The same as `text` and `longText`, for a text that would become a formula when its cell is edited. */
  quoted: 7,
  quotedLong: 8,
} as const;

const unlocked = '<protection locked="0"/>';
const top = '<alignment vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';

/** Format 49 is "text": what is typed is kept as typed. Format 164 is a day as the network writes it. */
const formats = [
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  `<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">${wrapped}</xf>`,
  `<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1">${top}</xf>`,
  open(49, top),
  open(49, wrapped),
  open(0, top),
  open(164, top),
  open(49, top, 'quotePrefix="1" '),
  open(49, wrapped, 'quotePrefix="1" '),
];

function open(format: number, alignment: string, more = "") {
  return `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" ${more}applyNumberFormat="1" applyAlignment="1" applyProtection="1">${alignment}${unlocked}</xf>`;
}

/** The styles part of a workbook (ECMA-376, part 1, 18.8). */
export const stylesPart = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF6B6B6B"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF0"/></patternFill></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${formats.length}">${formats.join("")}</cellXfs>
</styleSheet>`;
