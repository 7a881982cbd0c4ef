import { answerProjectSheet } from "@/lib/web/project-table";
import { readerRoute } from "@/lib/web/reader-route";

/** Answers with all rows of the table of projects for its query, as CSV. */
export const GET = readerRoute((reader, asked) => answerProjectSheet(reader, asked, "csv"));
