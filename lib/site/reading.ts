import "server-only";
import { setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { isLocale } from "@/lib/domain/language/locale";
import type { Reading } from "@/lib/domain/site/reading";
import { type Day, day, toDay } from "@/lib/domain/values/day";
import { findFirstDay } from "@/lib/queries/public/as-of";
import { readFirstPart } from "@/lib/site/inner-path.mjs";

/** The parameter that every public page's path has: the language, and what is asked for (lib/site/inner-path.mjs). */
export type PublicParams = { locale: string };

/** A public page, opened: how it is read, beside the parameters that are its own. */
export type Opened<Own> = Own & {
  reading: Reading;
  /** The first day for which anything is published; asked for only where somebody reads as of a day. */
  firstDay: Day | null;
  query: Record<string, string>;
};

/**
 * Reads language, day and query off the path of a public page, before anything of the page is made. Null for a
 * language without words and a day that does not exist.
 */
export async function openPublicPage<Own>(
  params: Promise<PublicParams & Own>,
): Promise<Opened<Own> | null> {
  const { locale: firstPart, ...own } = await params;
  const { locale, query: asked } = readFirstPart(firstPart);
  const { asOf = null, ...query } = asked;
  if (!isLocale(locale) || (asOf !== null && !day.safeParse(asOf).success)) return null;
  setRequestLocale(locale);
  // A day to come is refused in words, whatever is published: nobody asks the database for it.
  const isPast = asOf !== null && asOf <= toDay(new Date());
  const firstDay = isPast ? await getFirstDay() : null;
  // What is left of the parameters are the page's own.
  return { ...(own as Own), reading: { locale, asOf }, firstDay, query };
}

/** The day on which a page is read: as of which it is asked for, or today. What depends on it is made anew every night. */
export function readDay({ asOf }: Reading): Day {
  return asOf ?? toDay(new Date());
}

// A page is opened twice: for its words about itself and for itself.
const getFirstDay = cache(findFirstDay);
