import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** A JSON value for a column that is never NULL: JavaScript's null becomes JSON's. */
export function toJson(value: unknown): Prisma.InputJsonValue | typeof Prisma.JsonNull {
  // Values reach here from zod schemas of JSON shapes only.
  return value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue);
}
