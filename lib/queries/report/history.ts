import "server-only";
import { database } from "@/lib/db/client";
import type { ListedEntry } from "@/lib/domain/history/timeline-groups";
import { isOfSecretariat, type SignedIn } from "@/lib/domain/people/actor";

/**
 * Lists the timeline entries of a report, newest first, for the secretariat; an extension with its city. At most 200.
 */
export async function listReportHistory(reader: SignedIn, slug: string): Promise<ListedEntry[]> {
  if (!isOfSecretariat(reader)) return [];
  type Row = ListedEntry & { city: string | null };
  const rows = await database().$queryRaw<Row[]>`
    select t.id, t.at, t.kind, t.detail, t."byId", p.name as "byName", c.name as city
    from "TimelineEntry" t
    left join "Person" p on p.id = t."byId"
    left join "City" c on c.id = t."cityId"
    where t.detail ->> 'report' = ${slug}
    order by t.at desc, t.id desc limit 200`;
  return rows.map(({ city, ...entry }) => ({ ...entry, detail: { ...entry.detail, city } }));
}
