import { answerProjectSheet } from "@/lib/web/project-table";
import { readerRoute } from "@/lib/web/reader-route";

/** The table of projects as its address asks for it, all rows, as comma-separated values. */
export const GET = readerRoute((reader, asked) => answerProjectSheet(reader, asked, "csv"));
