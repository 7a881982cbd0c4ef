import { listFiles } from "@/lib/queries/record/files";
import { fileRoute } from "@/lib/web/reader-route";

/** Answers with a file of evidence for officials who may read the draft or a submission that names it. */
export const GET = fileRoute(async (reader, { fileId }) => {
  const [file] = await listFiles(reader, [String(fileId)]);
  return file ?? null;
});
