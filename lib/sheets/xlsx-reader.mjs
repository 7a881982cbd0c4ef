import { posix } from "node:path";
import { readNumberFormats } from "./cell-styles.mjs";
import { Meter, SheetRefused } from "./limits.mjs";
import { readSharedStrings } from "./shared-strings.mjs";
import { readWorksheet } from "./worksheet-reader.mjs";
import { attributeOf, isTrue, readXml } from "./xml-reader.mjs";
import { relationsOf } from "./zip-parts.mjs";

/** The types of sheets that hold a chart, a dialog or a program, and no cells. */
const otherSheets = /^(chartsheet|dialogsheet|xl(intl)?macrosheet)$/iu;

/**
 * Reads the worksheets of an XLSX or XLSM workbook, tag by tag. Parts are found by the relationships between them,
 * whatever their names and prefixes. A worksheet that the workbook lists and the file lacks refuses the file.
 */
export async function readXlsx(parts, workbookName, meter, onProgress) {
  const { is1904, isComputedOnLoad, sheets } = await readOutline(parts.get(workbookName));
  const related = await relationsOf(parts, workbookName);
  const partOf = (type) => {
    const named = [...related.values()].find((each) => each.type === type)?.name;
    return parts.get(named ?? posix.join(posix.dirname(workbookName), `${type.toLowerCase()}.xml`));
  };
  const worksheets = sheets
    .map((sheet) => ({ ...sheet, target: related.get(sheet.id) }))
    .filter(({ target }) => !otherSheets.test(target?.type ?? ""))
    .map((sheet) => ({ ...sheet, part: parts.get(sheet.target?.name) }));
  if (worksheets.some(({ part }) => !part)) throw new SheetRefused("damaged");

  const strings = partOf("sharedStrings");
  const styles = partOf("styles");
  // Texts count where they stand: one may stand in very many cells, or in none.
  const workbook = {
    is1904,
    distrustsZero: isComputedOnLoad,
    shared: strings ? await readSharedStrings(strings, new Meter()) : [],
    formats: styles ? await readNumberFormats(styles) : [],
  };
  const whole = worksheets.reduce((sum, { part }) => sum + part.size, 1);
  const tables = [];
  let before = 0;
  for (const { part, ...sheet } of worksheets) {
    const onBytes = (count) => onProgress((before + count) / whole);
    tables.push(await readWorksheet(part, sheet, workbook, { meter, onBytes }));
    before += part.size;
  }
  return tables;
}

async function readOutline(part) {
  const outline = { is1904: false, isComputedOnLoad: false, sheets: [] };
  await readXml(part.chunks(), {
    // An extension may have tags of the same names deeper down.
    open: ({ name, attributes, depth }) => {
      if (depth === 1 && name !== "workbook") throw new SheetRefused("not_a_sheet");
      if (depth > 3) return;
      if (name === "workbookPr") outline.is1904 = isTrue(attributes.date1904);
      if (name === "calcPr") outline.isComputedOnLoad = isTrue(attributes.fullCalcOnLoad);
      if (name !== "sheet") return;
      outline.sheets.push({
        name: attributes.name ?? "",
        // The attribute has a prefix, and which one is the file's choice.
        id: attributeOf(attributes, "id"),
        isHidden: /hidden/iu.test(attributes.state ?? ""),
      });
    },
  });
  return outline;
}
