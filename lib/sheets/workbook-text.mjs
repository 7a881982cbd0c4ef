import { limits } from "./limits.mjs";

/** Collects the text of an `si` or `is` tag from its runs, without the phonetic guide above it. */
export class RunText {
  text = "";
  isGuide = false;

  open(name) {
    if (name === "rPh") this.isGuide = true;
  }

  add(piece, name) {
    if (name === "t" && !this.isGuide && this.text.length < limits.cellCharacters)
      this.text += piece;
  }

  close(name) {
    if (name === "rPh") this.isGuide = false;
  }
}

/**
 * Decodes _xHHHH_, with which a workbook writes characters that XML forbids (ECMA-376, part 1, 22.9.2.19), and gives
 * line breaks one form.
 */
export function decodeText(text) {
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(/\r\n?/gu, "\n");
}
