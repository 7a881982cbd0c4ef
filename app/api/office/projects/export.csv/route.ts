import { readerRoute } from "@/lib/web/reader-route";
import { answerProjectSheet } from "@/lib/web/sheets/project-table";

/** The table of projects as its address asks for it, all rows, as comma-separated values. */
export const GET = readerRoute((reader, asked) => answerProjectSheet(reader, asked, "csv"));
