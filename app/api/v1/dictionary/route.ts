import { openData } from "@/lib/web/open-data/answer";
import { dictionary } from "@/lib/web/open-data/datasets";
import { operations } from "@/lib/web/open-data/operations";

/** What every field of open data means. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/dictionary"], async () => ({
    items: dictionary,
    nextCursor: null,
  }));
}
