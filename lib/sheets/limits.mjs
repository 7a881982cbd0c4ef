/** Why a file is not read: a key of messages `sheets.refused`. */
export class SheetRefused extends Error {
  constructor(key) {
    super(key);
    this.key = key;
  }
}

const mebibyte = 1024 * 1024;

/** How much a file may hold, so that reading it stays within the memory and the time of its thread. */
export const limits = {
  /** Entries of the zip, and all of them unpacked. */
  entries: 1_000,
  unpackedBytes: 150 * mebibyte,
  /** Times what is packed: more is no spreadsheet but a bomb. */
  ratio: 150,
  rows: 50_000,
  columns: 200,
  /** More than any field may hold, so that its own limit answers. */
  cellCharacters: 40_000,
  characters: 40_000_000,
};

/** Counts what was read of a file and ends the reading when it is too much. */
export class Meter {
  rows = 0;
  characters = 0;

  addRow() {
    this.rows += 1;
    if (this.rows > limits.rows) throw new SheetRefused("too_many_rows");
  }

  addText(text) {
    this.characters += text.length;
    if (this.characters > limits.characters) throw new SheetRefused("too_much");
  }
}
