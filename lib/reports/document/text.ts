import "server-only";

/** The XML declaration of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Returns a paragraph, with the name of its style if it has one. */
export function paragraph(text: string, style?: "Title" | "Heading1"): string {
  const own = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "";
  return `<w:p>${own}${run(text)}</w:p>`;
}

/** Returns a text with its formatting and its line breaks; nothing for an empty text. */
export function run(text: string, look = ""): string {
  if (text === "") return "";
  const lines = toXml(text).split("\n");
  const inner = lines.map((line) => `<w:t xml:space="preserve">${line}</w:t>`).join("<w:br/>");
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}${inner}</w:r>`;
}

/** Returns a text escaped for XML, without the characters that XML forbids. */
export function toXml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
