import "server-only";
import type { Tx } from "@/lib/db/client";

/** The person who last changed a field of a draft, and when (ISO 8601). */
export type LastChange = { byName: string; at: string };

/**
 * Returns the last change of each of these fields, by field, or the last one before an instant; fields never changed
 * are missing. One statement.
 */
export async function findLastChanges(
  tx: Tx,
  recordId: string,
  fields: string[],
  until?: Date,
): Promise<Record<string, LastChange>> {
  const rows = await tx.$queryRaw<{ field: string; name: string; at: Date }[]>`
    select asked.field, p.name, last.at
    from unnest(${fields}::text[]) asked(field)
    cross join lateral (
      select c.at, c."byId" from "DraftChange" c
      where c."recordId" = ${recordId}::uuid and c.field = asked.field
        and c.at <= ${until ?? new Date("9999-12-31")}
      order by c.at desc limit 1) last
    join "Person" p on p.id = last."byId"`;
  return Object.fromEntries(
    rows.map(({ field, name, at }) => [field, { byName: name, at: at.toISOString() }]),
  );
}
