import "server-only";
import { database } from "@/lib/db/client";
import type { ListedEntry } from "@/lib/domain/history/timeline-groups";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { listedColumns, toListedEntry } from "@/lib/queries/history/timeline";

const maxEntries = 50;

/** Lists the newest changes of an organisation, newest first; empty for whoever does not manage organisations. */
export async function listOrganisationHistory(
  reader: SignedIn,
  slug: string,
): Promise<ListedEntry[]> {
  if (!can(reader, "organisation.manage", {})) return [];
  const rows = await database().timelineEntry.findMany({
    where: {
      chain: "network",
      OR: [
        { detail: { path: ["organisation"], equals: slug } },
        { detail: { path: ["merged"], equals: slug } },
      ],
    },
    orderBy: { place: "desc" },
    take: maxEntries,
    select: listedColumns,
  });
  return rows.map(toListedEntry);
}
