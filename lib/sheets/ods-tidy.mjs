import { limits, SheetRefused } from "./limits.mjs";
import { attributeOf, readXml } from "./xml-reader.mjs";
import { bytesOf } from "./zip-parts.mjs";

/**
 * Returns the parts of an OpenDocument spreadsheet that hold cells, as SheetJS reads them rightly, and what it does not
 * say of each sheet: what is hidden, and the formulas without a result, which it would leave out.
 */
export async function tidyOds(parts) {
  const manifest = (await bytesOf(parts.get("meta-inf/manifest.xml"))).toString();
  if (/encryption-data/u.test(manifest)) throw new SheetRefused("encrypted");
  const content = parts.get("content.xml");
  if (!content) throw new SheetRefused("damaged");
  const { xml, sheets } = await tidyContent(new TextDecoder().decode(await bytesOf(content)));
  const files = new Map([
    ["META-INF/manifest.xml", manifest],
    ["content.xml", xml],
  ]);
  const styles = parts.get("styles.xml");
  files.set("styles.xml", styles ? await wellFormed(styles) : "<office:document-styles/>");
  return { sheets, files };
}

async function wellFormed(part) {
  const bytes = await bytesOf(part);
  await readXml([bytes], {});
  return bytes;
}

async function tidyContent(original) {
  const changes = [];
  const replace = (from, to, by) => changes.push({ from, to, by });
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
    table: ({ attributes, start, end }) => {
      const name = attributeOf(attributes, "name") ?? "";
      const isHidden = hiddenStyles.has(attributeOf(attributes, "style-name"));
      sheet = { name, isHidden, odd: [], hiddenRows: new Set(), hiddenColumns: [] };
      Object.assign(sheet, { rows: 0, columns: 0, full: 0 });
      // SheetJS keeps sheets by their names, so they get numbers here and their names afterwards.
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
        type: attributes["office:value-type"],
        isError: attributes["calcext:value-type"] === "error",
        count: repeated(attributes, "columns"),
        text: "",
        start: tag.start,
      };
      if (cell.type !== undefined) openBoth(tag);
    },
  };
  const closes = {
    "table-cell": ({ end }) => {
      if (!cell || !row || !sheet) return;
      const isFull = cell.type !== undefined || cell.text !== "";
      if (isFull && cell.count > limits.columns) throw new SheetRefused("too_wide");
      if (isFull) row.isFull = true;
      const odd = oddCell(cell, isFull);
      if (odd) {
        sheet.odd.push({ row: sheet.rows, column: row.column, cell: odd });
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
    "tracked-changes": ({ end }) => {
      replace(left, end, "");
      left = null;
    },
  };
  await readXml([Buffer.from(original)], {
    open: (tag) => {
      if (left !== null || !Object.hasOwn(opens, tag.name)) return;
      opens[tag.name]({ ...tag, start: original.lastIndexOf("<", tag.end - 1) });
    },
    text: (piece) => {
      if (cell) cell.text += piece.trim();
    },
    close: (tag) => {
      if ((left === null || tag.name === "tracked-changes") && Object.hasOwn(closes, tag.name))
        closes[tag.name](tag);
    },
  });
  return { xml: withChanges(original, changes), sheets };

  /** A tag that opens and closes at once is passed over by SheetJS. */
  function openBoth({ start, end, isSelfClosing }) {
    if (!isSelfClosing) return;
    const tag = original.slice(start, end - 2);
    replace(start, end, `${tag}></${/^<([^\s/>]+)/u.exec(tag)[1]}>`);
  }
}

/** Returns what stands in the place of a cell that SheetJS would leave out. */
function oddCell({ formula, isError, text }, isFull) {
  if (isError) return { text: text || "#N/A", notes: ["formula", "error"] };
  if (formula === undefined || isFull) return null;
  return { text: `=${formula.replace(/^\w+:=/u, "")}`, notes: ["no_result"] };
}

function repeated(attributes, what) {
  return Math.max(1, Number(attributeOf(attributes, `number-${what}-repeated`) ?? 1) || 1);
}

function isHidden(attributes) {
  return /^(collapse|filter)$/u.test(attributeOf(attributes, "visibility") ?? "");
}

/** Returns a text with its changes; a change within another one is dropped. */
function withChanges(text, changes) {
  changes.sort((a, b) => a.from - b.from || b.to - a.to);
  const pieces = [];
  let at = 0;
  for (const { from, to, by } of changes) {
    if (from < at) continue;
    pieces.push(text.slice(at, from), by);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
