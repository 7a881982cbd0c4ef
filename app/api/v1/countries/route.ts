import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { listCountries } from "@/lib/queries/public/country";

/** Lists the countries of the network by name. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/countries"], async () => ({
    items: await listCountries(),
    nextCursor: null,
  }));
}
