import { reportFileFormats, reportMediaTypes } from "@/lib/domain/report/file";
import { answerFile } from "@/lib/files/answer";
import { guarded } from "@/lib/open-data/answer";
import { quotaCosts } from "@/lib/open-data/limit";
import { NotFoundError } from "@/lib/open-data/problem";
import { holdsWithheld } from "@/lib/queries/public/report-content";
import { findReport } from "@/lib/queries/public/reports";
import { getReportFile } from "@/lib/reports/make-file";
import { fileProblem } from "@/lib/reports/words";

/**
 * Answers with a file of a freeze, "1.pdf": the stored one, or one that is made now and stored for good. While a record
 * of the freeze is withheld, its files are not served.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; file: string }> },
): Promise<Response> {
  const { slug, file } = await params;
  return guarded(request, quotaCosts.page, () => answerReportFile(request, slug, file));
}

async function answerReportFile(request: Request, slug: string, file: string) {
  const [, number = "", ending = ""] = /^(\d+)\.([a-z]+)$/.exec(file) ?? [];
  const format = reportFileFormats.find((each) => each === ending);
  const opened = format && (await findReport(slug, number));
  if (!format || !opened) throw new NotFoundError();
  if (await holdsWithheld(opened.freeze.id)) return fileProblem("withheld");
  const kept = await getReportFile(opened, format);
  if (!kept) return fileProblem("noPdf");
  return answerFile(
    request,
    {
      ...kept,
      name: `report-${slug}-${number}.${format}`,
      mediaType: reportMediaTypes[format],
      previewSha256: null,
    },
    "everybody",
  );
}
