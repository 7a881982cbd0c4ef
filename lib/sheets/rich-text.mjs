import { escapeXml } from "./xml-tidy.mjs";

/** Collects the text of an `si` or `is` tag from its runs, without the phonetic guide above it. */
export class RichText {
  text = "";
  /** Whether it is more than one plain text, of which the library would lose parts. */
  isRich = false;
  isGuide = false;
  texts = 0;

  open(name) {
    if (name === "rPh") this.isGuide = true;
    if (name === "t" && !this.isGuide) this.texts += 1;
    if (name === "r" || name === "rPh" || this.texts > 1) this.isRich = true;
  }

  add(piece, name) {
    if (name === "t" && !this.isGuide) this.text += piece;
  }

  close(name) {
    if (name === "rPh") this.isGuide = false;
  }

  /** The same text in one piece. */
  get plainXml() {
    return `<t xml:space="preserve">${escapeXml(this.text)}</t>`;
  }
}
