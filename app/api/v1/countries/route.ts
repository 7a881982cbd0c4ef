import { listCountries } from "@/lib/queries/public-country";
import { openData } from "@/lib/web/open-data/answer";
import { operations } from "@/lib/web/open-data/operations";

/** The countries of the network by name. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/countries"], async () => ({
    items: await listCountries(),
    nextCursor: null,
  }));
}
