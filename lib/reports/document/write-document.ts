import "server-only";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { editionOrigins } from "@/lib/domain/record/origin";
import { countByOrigin } from "@/lib/domain/report/report";
import type { CountedReport } from "@/lib/queries/public/report-figures";
import { fixedParts, word } from "@/lib/reports/document/parts";
import { tableXml } from "@/lib/reports/document/table";
import { declaration, paragraph } from "@/lib/reports/document/text";
import { documentSheets } from "@/lib/reports/sheets/report-sheets";
import { choiceWords, reportWords as t } from "@/lib/reports/words";
import { siteOrigin } from "@/lib/site/metadata";

/**
 * Returns a report as an editable DOCX file (ECMA-376) with the same tables as the page. It is a stream: rows become
 * XML while the file is written, so memory does not grow with the number of projects.
 */
export function writeDocument(counted: CountedReport): Readable {
  const zip = new ZipFile();
  const options = { compressionLevel: 6 };
  for (const [path, xml] of fixedParts(counted.report.name, counted.freeze.frozenAt))
    zip.addBuffer(Buffer.from(xml), path, options);
  zip.addReadStreamLazy("word/document.xml", options, (answer) =>
    answer(null, Readable.from(documentXml(counted))),
  );
  zip.end();
  // yazl's type for its stream is narrower than the Node stream that it is.
  return zip.outputStream as Readable;
}

function* documentXml(counted: CountedReport) {
  const { report, freeze } = counted;
  const address = `${siteOrigin()}/en/reports/${report.slug}/${freeze.number}`;
  const asOf = formatDay(report.asOf);
  const cite = { name: report.name, asOf, number: freeze.number, address };
  yield `${declaration}<w:document xmlns:w="${word}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`;
  yield paragraph(report.name, "Title");
  yield paragraph(t("cite.text", cite));
  yield paragraph(`${t("cite.hash")}: ${freeze.hash}`);
  const origins = countByOrigin(counted.figures.listed);
  for (const origin of editionOrigins) {
    yield paragraph(`${choiceWords(`origin.${origin}`)}: ${origins[origin]}`);
  }
  yield paragraph(t("page.ours"));
  for (const sheet of documentSheets(counted)) {
    yield paragraph(sheet.name, "Heading1");
    if (sheet.rows.length === 0) yield paragraph("–");
    else yield* tableXml(sheet);
  }
  // A document's body must not end with a table.
  yield `${paragraph("")}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1100" w:right="1150" w:bottom="1100" w:left="1150" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function formatDay(day: string) {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(day),
  );
}
