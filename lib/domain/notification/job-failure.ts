/**
 * Returns the error code of a failed job, from Prisma, PostgreSQL or the system; null when there is none. Nothing else
 * of the error is shown, because it may hold text of a draft.
 */
export function failureCodeOf(error: string): string | null {
  return systemCode.exec(error)?.[0] ?? databaseCode.exec(error)?.[1] ?? null;
}

const systemCode =
  /\b(P\d{4}|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOENT|EACCES|ENOSPC|ENOTFOUND|EAI_AGAIN|EMFILE)\b/u;
const databaseCode = /Code: `([0-9A-Z]{5})`/u;
