import "server-only";
import { database } from "@/lib/db/client";

/** A country of the network and the body that represents it; null when there is no such country. */
export async function findCountry(
  code: string,
): Promise<{ code: string; name: string; representativeBody: string | null } | null> {
  if (!/^[A-Z]{2}$/u.test(code)) return null;
  return database().country.findUnique({
    where: { code },
    select: { code: true, name: true, representativeBody: true },
  });
}
