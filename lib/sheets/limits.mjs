/** A file is not read; `key` is a key of messages `sheets.refused`, and `rows` says which rows are wrong: "3, 7". */
export class SheetRefused extends Error {
  constructor(key, rows) {
    super(key);
    this.key = key;
    this.rows = rows;
  }
}

const mebibyte = 1024 * 1024;

/** The limits of a file, so that reading it stays within the memory and time of its thread. */
export const limits = {
  /** The number of entries of the zip, and the bytes of all of them unpacked. */
  entries: 1_000,
  unpackedBytes: 150 * mebibyte,
  /** The highest ratio of unpacked to packed bytes; more than this is a zip bomb. */
  ratio: 150,
  rows: 50_000,
  columns: 200,
  /** More than any field may hold, so that the field's own limit gives the error. */
  cellCharacters: 40_000,
  characters: 40_000_000,
};

/** Counts what was read of a file and throws when it is too much. */
export class Meter {
  rows = 0;
  characters = 0;

  addRow() {
    this.rows += 1;
    if (this.rows > limits.rows) throw new SheetRefused("too_many_rows");
  }

  addColumn(column) {
    if (column >= limits.columns) throw new SheetRefused("too_wide");
  }

  addText(text) {
    this.characters += text.length;
    if (this.characters > limits.characters) throw new SheetRefused("too_much");
  }
}
