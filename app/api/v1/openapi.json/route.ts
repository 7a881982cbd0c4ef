import { openData } from "@/lib/web/open-data";
import { openApi } from "@/lib/web/openapi";

/** What open data there is. */
export function GET(request: Request): Promise<Response> {
  return openData(request, {}, async () => openApi);
}
