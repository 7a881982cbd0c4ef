import "server-only";
import type { Day } from "@/lib/domain/day";
import type { Reading } from "@/lib/domain/reading";
import { openPublicPage } from "@/lib/web/reading";

/**
 * Opens the page of a list whose address has a query. A page that is kept knows no query, so proxy.ts writes it into
 * the inner path, as one segment: a hyphen and the query in base64url.
 */
export async function openListPage(
  params: Promise<{ locale: string; query: string }>,
): Promise<{ reading: Reading; firstDay: Day | null; query: Record<string, string> }> {
  const { locale, query } = await params;
  const typed = Buffer.from(query.slice(1), "base64url").toString("utf8");
  const { asOf, ...rest } = Object.fromEntries(new URLSearchParams(typed));
  const opened = await openPublicPage(Promise.resolve({ locale, ...(asOf && { day: asOf }) }));
  return { reading: opened.reading, firstDay: opened.firstDay, query: rest };
}
