import { openText } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { listChanges } from "@/lib/queries/public/changes";
import { writeFeed } from "@/lib/site/feed";

const newest = 50;

/** Answers with the latest changes as a feed (Atom, RFC 4287): of the network, or of a city, a focus area or an outcome. */
export function GET(request: Request): Promise<Response> {
  return openText(request, operations["/changes.atom"], async (filters) => {
    const page = await listChanges({ asOf: null, limit: newest, filters });
    const { search } = new URL(request.url);
    return { text: writeFeed(page?.changes ?? [], search), mediaType: "application/atom+xml" };
  });
}
