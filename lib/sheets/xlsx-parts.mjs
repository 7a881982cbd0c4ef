import { posix } from "node:path";
import { SheetRefused } from "./limits.mjs";
import { tidySharedStrings } from "./shared-strings-tidy.mjs";
import { tidyStyles } from "./styles-tidy.mjs";
import { tidyWorksheet } from "./worksheet-tidy.mjs";
import { attributeOf, isTrue, tidyXml, xmlText } from "./xml-tidy.mjs";

/**
 * Returns the parts of an XLSX workbook that hold cells under the names that the library expects, and what it does not
 * say of each sheet. Parts are found by the relationships between them, whatever their names and prefixes.
 */
export async function xlsxParts(parts, workbookName) {
  const outline = await readOutline(parts, workbookName);
  const related = await relationsOf(parts, workbookName);
  const partOf = (type) => {
    const named = [...related.values()].find((each) => each.type === type)?.name;
    return parts.get(named ?? posix.join(posix.dirname(workbookName), `${type.toLowerCase()}.xml`));
  };

  const strings = partOf("sharedStrings");
  const shared = strings ? tidySharedStrings(xmlText(await strings())) : { xml: null, count: 0 };
  const styles = partOf("styles");
  const sheets = [];
  const worksheets = [];
  for (const { name, id, isHidden } of outline.sheets) {
    const target = related.get(id);
    if (otherSheets.test(target?.type ?? "")) continue;
    const part = parts.get(target?.name);
    if (!part) throw new SheetRefused("damaged");
    const { xml, ...said } = tidyWorksheet(xmlText(await part()), {
      sharedCount: shared.count,
      distrustsZero: outline.isComputedOnLoad,
    });
    sheets.push({ name, isHidden, ...said });
    worksheets.push(xml);
  }
  return {
    sheets,
    is1904: outline.is1904,
    files: filesOf({
      sheets,
      is1904: outline.is1904,
      worksheets,
      strings: shared.xml,
      styles: styles ? tidyStyles(xmlText(await styles())) : null,
    }),
  };
}

/** The types of sheets that hold a chart, a dialog or a program, and no cells. */
const otherSheets = /^(chartsheet|dialogsheet|xl(intl)?macrosheet)$/iu;

async function readOutline(parts, workbookName) {
  const outline = { is1904: false, isComputedOnLoad: false, sheets: [] };
  tidyXml(xmlText(await parts.get(workbookName)()), {
    // An extension may have tags of the same names deeper down.
    open: ({ name, attributes, depth }) => {
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

/** Returns what a part is related to: by id, the last word of the type and the name of the part in small letters. */
export async function relationsOf(parts, name) {
  const { dir, base } = posix.parse(name);
  const part = parts.get(posix.join(dir, "_rels", `${base}.rels`));
  const related = new Map();
  if (!part) return related;
  tidyXml(xmlText(await part()), {
    open: ({ name: tag, attributes }) => {
      if (tag !== "Relationship") return;
      const target = (attributes.Target ?? "").replaceAll("\\", "/").toLowerCase();
      related.set(attributes.Id, {
        type: (attributes.Type ?? "").split("/").at(-1),
        name: target.startsWith("/") ? target.slice(1) : posix.join(dir, target),
      });
    },
  });
  return related;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Returns a workbook that has these parts and nothing else. */
function filesOf({ sheets, is1904, worksheets, strings, styles }) {
  const type = (name, what) =>
    `<Override PartName="/xl/${name}" ContentType="${spreadsheet}.${what}+xml"/>`;
  const names = worksheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const types = [
    type("workbook.xml", "sheet.main"),
    ...names.map((name) => type(name, "worksheet")),
    strings === null ? "" : type("sharedStrings.xml", "sharedStrings"),
    styles === null ? "" : type("styles.xml", "styles"),
  ];
  // The library keeps sheets by their names, so they get numbers here and their names afterwards.
  const list = sheets.map((_, at) => `<sheet name="${at}" sheetId="${at + 1}" r:id="s${at}"/>`);
  const relations = names.map(
    (name, at) => `<Relationship Id="s${at}" Type="${office}/worksheet" Target="${name}"/>`,
  );
  return new Map([
    ["[Content_Types].xml", `<Types xmlns="${packages}/content-types">${types.join("")}</Types>`],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${is1904}"/><sheets>${list.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${packages}/relationships">${relations.join("")}</Relationships>`,
    ],
    ...names.map((name, at) => [`xl/${name}`, worksheets[at]]),
    ...(strings === null ? [] : [["xl/sharedStrings.xml", strings]]),
    ...(styles === null ? [] : [["xl/styles.xml", styles]]),
  ]);
}
