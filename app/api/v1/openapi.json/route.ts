import { openText } from "@/lib/open-data/answer";
import { writeOpenApi } from "@/lib/open-data/openapi";

/** Answers with the OpenAPI document of the open data. */
export function GET(request: Request): Promise<Response> {
  return openText(request, { parameters: {} }, async () => ({
    text: JSON.stringify(writeOpenApi()),
    mediaType: "application/json",
  }));
}
