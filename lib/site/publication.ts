import "server-only";
import { revalidatePath } from "next/cache";
import { locales } from "@/lib/domain/language/locale";
import type { RecordKind } from "@/lib/domain/record/record-kind";

/**
 * Lets the public pages show an edition that was just published: their next reader gets them made anew. Only pages
 * that tell of it are touched. To be called after the commit, in an action or a route.
 */
export function showPublication(published: {
  kind: RecordKind;
  citySlug: string;
  slug: string;
}): void {
  for (const locale of locales) {
    const city = `/${locale}/cities/${published.citySlug}`;
    const embedded = `/${locale}/embed/cities/${published.citySlug}`;
    for (const path of [`/${locale}`, `/${locale}/cities`, city, embedded]) revalidatePath(path);
    if (published.kind === "project")
      for (const base of [city, embedded]) revalidatePath(`${base}/projects/${published.slug}`);
  }
  for (const page of pagesOfMany) revalidatePath(`/(public)/[locale]/${page}`, "page");
  revalidatePath("/(public)/[locale]/as-of/[day]", "layout");
}

/** Lets the public pages show a report that was just frozen. To be called after the commit. */
export function showReport(): void {
  revalidatePath("/(public)/[locale]/reports", "layout");
}

/** Pages that gather what many cities say, as Next names their files. */
const pagesOfMany = [
  "countries/[code]",
  "focus-areas/[area]",
  "outcomes/[outcome]",
  "outcomes/[outcome]/after/[cursor]",
  "projects/[query]",
  "partner-list/[query]",
  "partners/[partner]",
  "support-needed/[query]",
  "compare/[query]",
  "changes/[query]",
  // Each edition of a record names the newest one, and of one that is withheld none is shown.
  "cities/[city]/projects/[project]/editions/[number]",
  "cities/[city]/plans/[plan]/editions/[number]",
  "cities/[city]/changes/[query]",
  "cities/[city]/projects/[project]/changes/[query]",
] as const;
