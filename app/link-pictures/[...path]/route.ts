import { linkPicture } from "@/lib/web/link-picture";
import { guarded, sendPicture } from "@/lib/web/open-data/answer";
import { costs } from "@/lib/web/open-data/limit";
import { NothingHere } from "@/lib/web/open-data/problem";

/** The picture of a page for links that are shared: "/link-pictures/cities/phuket.png". */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const { path } = await params;
  return guarded(request, costs.page, async () => {
    const picture = await linkPicture(path.map((part) => part.replace(/\.png$/u, "")));
    if (!picture) throw new NothingHere();
    return sendPicture(request, new Uint8Array(picture), "image/png");
  });
}
