import { answerUpload } from "@/lib/web/uploads";

// Takes the pieces of uploads (tus protocol). There is no GET, because nobody reads an upload back.
export const DELETE = answerUpload;
export const HEAD = answerUpload;
export const PATCH = answerUpload;
export const POST = answerUpload;
