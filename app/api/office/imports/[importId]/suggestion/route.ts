import { findSuggestion } from "@/lib/queries/sheet/mappings";
import { readerRoute } from "@/lib/web/reader-route";

/** Answers with a guess of the columns when the headings stand in these rows: `?table=0&headingAt=3&headingRows=1`. */
export const GET = readerRoute(findSuggestion);
