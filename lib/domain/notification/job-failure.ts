/**
 * Returns what may be said of why a job failed: the code in its error, Prisma's, PostgreSQL's or the system's. The
 * error itself may hold what somebody wrote in a draft, so nothing else of it is shown. Null when it has no code.
 */
export function failureCodeOf(error: string): string | null {
  return systemCode.exec(error)?.[0] ?? databaseCode.exec(error)?.[1] ?? null;
}

const systemCode =
  /\b(P\d{4}|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOENT|EACCES|ENOSPC|ENOTFOUND|EAI_AGAIN|EMFILE)\b/u;
const databaseCode = /Code: `([0-9A-Z]{5})`/u;
