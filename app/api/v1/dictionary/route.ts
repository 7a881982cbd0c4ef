import { openData } from "@/lib/open-data/answer";
import { dictionary } from "@/lib/open-data/datasets";
import { operations } from "@/lib/open-data/operations";

/** Answers with the meaning of every field of the open data. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/dictionary"], async () => ({
    items: dictionary,
    nextCursor: null,
  }));
}
