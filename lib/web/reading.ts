import "server-only";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { type Day, day } from "@/lib/domain/day";
import { isLocale } from "@/lib/domain/locale";
import type { Reading } from "@/lib/domain/reading";
import { findFirstDay } from "@/lib/queries/public-as-of";

/**
 * Opens a public page: what its address says about language and day, and the rest of its parameters. Answers 404 for
 * a language without words and a day that does not exist, before anything is read. `firstDay` is the first one for
 * which anything is published, asked for only where somebody reads as of a day.
 */
export async function openPublicPage<P extends { locale: string; day?: string }>(
  params: Promise<P>,
): Promise<P & { reading: Reading; firstDay: Day | null }> {
  const given = await params;
  const { locale, day: asOf = null } = given;
  if (!isLocale(locale)) notFound();
  if (asOf !== null && !day.safeParse(asOf).success) notFound();
  setRequestLocale(locale);
  const firstDay = asOf === null ? null : await findFirstDay();
  return { ...given, reading: { locale, asOf }, firstDay };
}
