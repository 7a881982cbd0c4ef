import { listOutcomes } from "@/lib/queries/public-terms";
import { openData } from "@/lib/web/open-data/answer";
import { operations } from "@/lib/web/open-data/operations";

/** The strategic outcomes of the network's framework, in its order. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/outcomes"], async () => ({
    items: await listOutcomes(),
    nextCursor: null,
  }));
}
