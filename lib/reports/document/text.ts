import "server-only";

/** The first line of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Returns a paragraph, with the name of its style where it has one. */
export function paragraph(text: string, style?: "Title" | "Heading1"): string {
  const own = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "";
  return `<w:p>${own}${run(text)}</w:p>`;
}

/** Returns a text with what it looks like, its line breaks kept; nothing for an empty one. */
export function run(text: string, look = ""): string {
  if (text === "") return "";
  const lines = toXml(text).split("\n");
  const inner = lines.map((line) => `<w:t xml:space="preserve">${line}</w:t>`).join("<w:br/>");
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}${inner}</w:r>`;
}

/** A text as XML holds it; characters that XML has no place for are left out. */
export function toXml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
