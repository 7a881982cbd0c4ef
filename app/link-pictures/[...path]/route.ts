import { guarded, sendPicture } from "@/lib/open-data/answer";
import { quotaCosts } from "@/lib/open-data/limit";
import { NotFoundError } from "@/lib/open-data/problem";
import { linkPicture } from "@/lib/site/link-picture";

/** Answers with the preview picture of a page for shared links: "/link-pictures/cities/phuket.png". */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const { path } = await params;
  return guarded(request, quotaCosts.page, async () => {
    const picture = await linkPicture(path.map((part) => part.replace(/\.png$/u, "")));
    if (!picture) throw new NotFoundError();
    return sendPicture(request, new Uint8Array(picture), "image/png");
  });
}
