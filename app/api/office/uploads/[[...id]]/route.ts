import { answerUpload } from "@/lib/web/uploads";

// The pieces of files on their way in. There is no GET: nobody reads an upload back.
export const DELETE = answerUpload;
export const HEAD = answerUpload;
export const PATCH = answerUpload;
export const POST = answerUpload;
