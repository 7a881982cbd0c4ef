import { answerFile } from "@/lib/files/answer";
import { guarded } from "@/lib/open-data/answer";
import { quotaCosts } from "@/lib/open-data/limit";
import { NotFoundError } from "@/lib/open-data/problem";
import { findPublicFile } from "@/lib/queries/public/files";

/** Answers with a file of evidence that an edition names. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  return guarded(request, quotaCosts.page, async () => {
    const file = await findPublicFile(id);
    if (!file) throw new NotFoundError();
    return answerFile(request, file, "everybody");
  });
}
