import { addUploadedFile } from "@/lib/commands/record/add-uploaded-file";
import { listFilesOf } from "@/lib/queries/record/files";
import { commandRoute } from "@/lib/web/command-route";
import { readerRoute } from "@/lib/web/reader-route";

/** Adds an uploaded file to a project: `{ uploadId }`. */
export const POST = commandRoute(addUploadedFile);

/** Answers with the files of a record, for its form. */
export const GET = readerRoute((reader, { recordId }) => listFilesOf(reader, String(recordId)));
