import "server-only";
import { setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { isLocale } from "@/lib/domain/language/locale";
import type { PageContext } from "@/lib/domain/site/page-context";
import { type Day, day, toDay } from "@/lib/domain/values/day";
import { findFirstDay } from "@/lib/queries/public/as-of";
import { readFirstPart } from "@/lib/site/inner-path.mjs";

/** The parameter of every public page: the language and the packed query (lib/site/inner-path.mjs). */
export type PublicParams = { locale: string };

/** An opened public page: its language and day, beside its own parameters. */
export type Opened<Own> = Own & {
  context: PageContext;
  /** The first day with published data; read only when a day is requested. */
  firstDay: Day | null;
  query: Record<string, string>;
};

/**
 * Reads language, day and query from the path of a public page, before anything of the page is rendered. Null for an
 * unknown language or a day that does not exist.
 */
export async function openPublicPage<Own>(
  params: Promise<PublicParams & Own>,
): Promise<Opened<Own> | null> {
  const { locale: firstPart, ...own } = await params;
  const { locale, query: asked } = readFirstPart(firstPart);
  const { asOf = null, ...query } = asked;
  if (!isLocale(locale) || (asOf !== null && !day.safeParse(asOf).success)) return null;
  setRequestLocale(locale);
  // A future day is refused without a query to the database.
  const isPast = asOf !== null && asOf <= toDay(new Date());
  const firstDay = isPast ? await getFirstDay() : null;
  // The remaining parameters are the page's own.
  return { ...(own as Own), context: { locale, asOf }, firstDay, query };
}

/** Returns the day on which a page is read: the day asked for, or today. What depends on it is made anew every night. */
export function readDay({ asOf }: PageContext): Day {
  return asOf ?? toDay(new Date());
}

// A page is opened twice: for its metadata and for itself.
const getFirstDay = cache(findFirstDay);
