import "server-only";
import { database } from "@/lib/db/client";

/**
 * Returns a country of the network by its code in any case, with the body that represents it; null when it does not
 * exist.
 */
export async function findCountry(
  code: string,
): Promise<{ code: string; name: string; representativeBody: string | null } | null> {
  if (!/^[A-Za-z]{2}$/u.test(code)) return null;
  return database().country.findUnique({
    where: { code: code.toUpperCase() },
    select: { code: true, name: true, representativeBody: true },
  });
}

/** Lists the countries of the network by name. */
export async function listCountries(): Promise<{ code: string; name: string }[]> {
  return database().country.findMany({
    orderBy: { name: "asc" },
    select: { code: true, name: true },
  });
}

/** Lists the countries of the network by name, each with the body that represents it. */
export function listRepresentedCountries(): Promise<
  { code: string; name: string; representativeBody: string | null }[]
> {
  return database().country.findMany({
    orderBy: { name: "asc" },
    select: { code: true, name: true, representativeBody: true },
  });
}
