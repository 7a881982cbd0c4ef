import { changeFilters, listChanges } from "@/lib/queries/public-changes";
import { writeFeed } from "@/lib/web/feed";
import { openData, TextAnswer } from "@/lib/web/open-data";

const newest = 50;

/** The latest changes as a feed (Atom, RFC 4287): of the network, or of a city, a focus area or an outcome. */
export function GET(request: Request): Promise<Response> {
  return openData(request, changeFilters.shape, async (filters) => {
    const page = await listChanges({ asOf: null, limit: newest, filters });
    const { search } = new URL(request.url);
    return new TextAnswer(writeFeed(page?.changes ?? [], search), "application/atom+xml");
  });
}
