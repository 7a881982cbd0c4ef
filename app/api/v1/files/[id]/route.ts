import { findPublicFile } from "@/lib/queries/public-files";
import { answerFile } from "@/lib/web/file-answer";
import { nothingHere } from "@/lib/web/open-data";

/** A file of evidence that an edition names. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const file = await findPublicFile(id);
  return file ? answerFile(request, file, "everybody") : nothingHere();
}
