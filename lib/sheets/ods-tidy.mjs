import { limits, SheetRefused } from "./limits.mjs";
import { attributeOf, tidyXml, xmlText } from "./xml-tidy.mjs";

/**
 * Returns the parts of an OpenDocument spreadsheet that hold cells, as the library reads them rightly, and what it does
 * not say of each sheet (see worksheet-tidy.mjs).
 */
export async function odsParts(parts) {
  const manifest = xmlText(await parts.get("meta-inf/manifest.xml")());
  if (/encryption-data/u.test(manifest)) throw new SheetRefused("encrypted");
  const content = parts.get("content.xml");
  if (!content) throw new SheetRefused("damaged");
  const { xml, sheets } = tidyContent(xmlText(await content()));
  const styles = parts.get("styles.xml");
  return {
    sheets,
    is1904: false,
    files: new Map([
      ["META-INF/manifest.xml", manifest],
      ["content.xml", xml],
      ...(styles ? [["styles.xml", tidyXml(xmlText(await styles()), {})]] : []),
    ]),
  };
}

function tidyContent(original) {
  const sheets = [];
  const hiddenStyles = new Set();
  let style = null;
  let sheet = null;
  let row = null;
  let cell = null;
  let left = null;

  const opens = {
    style: ({ attributes }) => {
      style = attributeOf(attributes, "name");
    },
    "table-properties": ({ attributes }) => {
      if (attributeOf(attributes, "display") === "false") hiddenStyles.add(style);
    },
    "tracked-changes": ({ start }) => {
      left = start;
    },
    table: ({ attributes, start, end, replace }) => {
      const name = attributeOf(attributes, "name") ?? "";
      const isHidden = hiddenStyles.has(attributeOf(attributes, "style-name"));
      sheet = { name, isHidden, odd: new Map(), hiddenRows: new Set(), hiddenColumns: [] };
      Object.assign(sheet, { rows: 0, columns: 0, full: 0 });
      // The library keeps sheets by their names, so they get numbers here and their names afterwards.
      replace(start, end, `<table:table table:name="${sheets.length}">`);
      sheets.push(sheet);
    },
    "table-column": ({ attributes }) => {
      const count = Math.min(repeated(attributes, "columns"), 2 ** 14);
      if (isHidden(attributes))
        for (let at = 0; at < count; at += 1) sheet?.hiddenColumns.push(sheet.columns + at);
      if (sheet) sheet.columns += count;
    },
    "table-row": (tag) => {
      row = { column: 0, count: repeated(tag.attributes, "rows"), isFull: false };
      if (isHidden(tag.attributes))
        for (let at = 0; at < Math.min(row.count, limits.rows); at += 1)
          sheet?.hiddenRows.add(sheet.rows + at);
      openBoth(tag);
    },
    "covered-table-cell": ({ attributes }) => {
      if (row) row.column += repeated(attributes, "columns");
    },
    "table-cell": (tag) => {
      const { attributes } = tag;
      cell = {
        formula: attributeOf(attributes, "formula"),
        type: attributeOf(attributes, "value-type"),
        count: repeated(attributes, "columns"),
        hasText: false,
        start: tag.start,
      };
      if (cell.type !== undefined) openBoth(tag);
    },
  };
  const closes = {
    "table-cell": ({ end, replace }) => {
      if (!cell || !row || !sheet) return;
      const isFull = cell.type !== undefined || cell.hasText;
      if (isFull && cell.count > limits.columns) throw new SheetRefused("too_wide");
      if (isFull) row.isFull = true;
      if (cell.formula !== undefined && !isFull) {
        const text = `=${cell.formula.replace(/^\w+:=/u, "")}`;
        sheet.odd.set(`${sheet.rows},${row.column}`, { text, notes: ["no_result"] });
        row.isFull = true;
        replace(
          cell.start,
          end,
          `<table:table-cell table:number-columns-repeated="${cell.count}"/>`,
        );
      }
      row.column += cell.count;
      cell = null;
    },
    "table-row": () => {
      if (!row || !sheet) return;
      sheet.rows += row.count;
      if (row.isFull) sheet.full += row.count;
      if (sheet.full > limits.rows) throw new SheetRefused("too_many_rows");
      row = null;
    },
    "tracked-changes": ({ end, replace }) => {
      replace(left, end, "");
      left = null;
    },
  };
  const xml = tidyXml(original, {
    open: (tag) => {
      if (left === null && Object.hasOwn(opens, tag.name)) opens[tag.name](tag);
    },
    text: (piece) => {
      if (cell && piece.trim() !== "") cell.hasText = true;
    },
    close: (tag) => {
      if ((left === null || tag.name === "tracked-changes") && Object.hasOwn(closes, tag.name))
        closes[tag.name](tag);
    },
  });
  return { xml, sheets };

  /** A tag that opens and closes at once is passed over by the library. */
  function openBoth({ start, end, isSelfClosing, replace }) {
    if (!isSelfClosing) return;
    const tag = original.slice(start, end - 2);
    replace(start, end, `${tag}></${/^<([^\s/>]+)/u.exec(tag)[1]}>`);
  }
}

function repeated(attributes, what) {
  return Math.max(1, Number(attributeOf(attributes, `number-${what}-repeated`) ?? 1) || 1);
}

function isHidden(attributes) {
  return /^(collapse|filter)$/u.test(attributeOf(attributes, "visibility") ?? "");
}
