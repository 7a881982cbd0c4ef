import { answerFile } from "@/lib/files/answer";
import { guarded } from "@/lib/open-data/answer";
import { beginDump, getDump } from "@/lib/open-data/dump";
import { quotaCosts } from "@/lib/open-data/limit";
import { readParameters } from "@/lib/open-data/parameters";
import { NotReadyError } from "@/lib/open-data/problem";

/** Answers with the file of all public data, which a job makes after each publication (lib/jobs). */
export function GET(request: Request): Promise<Response> {
  return guarded(request, quotaCosts.everything, async () => {
    readParameters(new URL(request.url).searchParams, {});
    const dump = await getDump();
    if (!dump) {
      await beginDump();
      throw new NotReadyError();
    }
    const name = `city-action-plans-${dump.begunAt.toISOString().slice(0, 10)}.zip`;
    const file = { ...dump, name, mediaType: "application/zip", previewSha256: null };
    const answer = await answerFile(request, file, "everybody");
    answer.headers.set("last-modified", dump.begunAt.toUTCString());
    // Its content changes under one address.
    answer.headers.set("cache-control", "public, max-age=0, s-maxage=1, no-transform");
    return answer;
  });
}
