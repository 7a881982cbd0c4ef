import "server-only";
import { declaration, toXml } from "@/lib/reports/document/text";

/** The XML namespace of the text of a document. */
export const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const packages = "http://schemas.openxmlformats.org/package/2006";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * Returns the fixed parts of a DOCX file by path: its content types and relations, styles, page numbers and properties.
 */
export function fixedParts(title: string, at: Date): [path: string, xml: string][] {
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": relations([
      [`${documents}/officeDocument`, "word/document.xml"],
      [`${packages}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": coreXml(title, at),
    "word/_rels/document.xml.rels": relations([
      [`${documents}/styles`, "styles.xml"],
      [`${documents}/footer`, "footer1.xml"],
    ]),
    "word/styles.xml": stylesXml,
    "word/footer1.xml": footerXml,
  };
  return Object.entries(parts).map(([path, xml]) => [path, declaration + xml]);
}

const part = (path: string, type: string) =>
  `<Override PartName="/${path}" ContentType="${type}+xml"/>`;

const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("word/document.xml", `${types}.document.main`)}${part("word/styles.xml", `${types}.styles`)}${part("word/footer1.xml", `${types}.footer`)}${part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")}</Types>`;

function relations(targets: [type: string, path: string][]) {
  const rows = targets.map(
    ([type, path], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${path}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${rows.join("")}</Relationships>`;
}

function coreXml(title: string, at: Date) {
  return `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${toXml(title)}</dc:title><dc:creator>City Action Plans</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at.toISOString().slice(0, 19)}Z</dcterms:created></cp:coreProperties>`;
}

const heading = (id: string, name: string, size: number, level: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="360" w:after="120"/>${level}</w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;

const stylesXml = `<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>${heading("Title", "Title", 40, "")}${heading("Heading1", "heading 1", 28, '<w:outlineLvl w:val="0"/>')}</w:styles>`;

const field = (name: string) =>
  `<w:fldSimple w:instr="${name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

const footerXml = `<w:ftr xmlns:w="${word}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field("NUMPAGES")}</w:p></w:ftr>`;
