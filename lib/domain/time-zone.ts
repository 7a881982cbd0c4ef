import { holds, type SignedIn } from "@/lib/domain/actor";

/** Where the secretariat works. */
const secretariatTimeZone = "Asia/Jakarta";

/** The zone in which this reader is told times about a city: the secretariat's own for the secretariat, the city's for everybody else. */
export function timeZoneFor(reader: SignedIn, cityTimeZone: string): string {
  const isSecretariat = holds(reader, "reviewer") || holds(reader, "administrator");
  return isSecretariat ? secretariatTimeZone : cityTimeZone;
}
