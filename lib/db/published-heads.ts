import "server-only";
import { database } from "@/lib/db/client";
import { fromDay, toDay } from "@/lib/domain/day";

/**
 * Publishes where every chain of the timeline ends at this moment, once a day: a second call on the same day (UTC)
 * adds only the chains that were not there. Resolves to how many were published.
 */
export function publishHeads(at: Date): Promise<number> {
  const day = fromDay(toDay(at));
  return database().$executeRaw`
    insert into "PublishedHead" (day, chain, place, hash, "publishedAt")
    select ${day}::date, chain, place, hash, ${at} from "ChainHead" where place > 0
    on conflict do nothing`;
}
