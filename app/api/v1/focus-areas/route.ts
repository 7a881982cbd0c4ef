import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { listFocusAreas } from "@/lib/queries/public/terms";

/** Lists the focus areas of the network's framework, in its order. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/focus-areas"], async () => ({
    items: await listFocusAreas(),
    nextCursor: null,
  }));
}
