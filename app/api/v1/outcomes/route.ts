import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { listOutcomes } from "@/lib/queries/public/terms";

/** Lists the strategic outcomes of the network's framework, in its order. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/outcomes"], async () => ({
    items: await listOutcomes(),
    nextCursor: null,
  }));
}
