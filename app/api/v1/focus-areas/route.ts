import { listFocusAreas } from "@/lib/queries/public-terms";
import { openData } from "@/lib/web/open-data/answer";
import { operations } from "@/lib/web/open-data/operations";

/** The focus areas of the network's framework, in its order. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/focus-areas"], async () => ({
    items: await listFocusAreas(),
    nextCursor: null,
  }));
}
