import "server-only";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { languageTag, locales } from "@/lib/domain/language/locale";
import type { PageContext } from "@/lib/domain/site/page-context";
import { env } from "@/lib/settings/env";

/**
 * What a page says of itself: its address without language and day, its title (the product's name where null) and one
 * sentence.
 */
export type PageWords = {
  path: string;
  title: string | null;
  description: string;
  /** What narrows the feed of changes to this page's: "?city=phuket". */
  feed?: string;
  /** Of what the picture is that a shared link shows: "cities/phuket"; of the network where left out. */
  picture?: string;
};

/**
 * Returns what search engines and shared links say about a public page. The page of a past day names the present one as
 * its original, so that a search finds what holds now.
 */
export async function publicMetadata(
  { locale }: PageContext,
  { path, title, description, feed, picture = "network" }: PageWords,
): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: "public.frame" });
  const image = { url: `/link-pictures/${picture}.png`, width: 1200, height: 630 };
  return {
    metadataBase: new URL(siteOrigin()),
    title: title === null ? t("name") : `${title} – ${t("name")}`,
    description,
    openGraph: {
      type: "website",
      siteName: t("name"),
      title: title ?? t("name"),
      description,
      url: `/${locale}${path}`,
      locale: languageTag(locale).replace("-", "_"),
      images: [{ ...image, alt: title ?? t("name") }],
    },
    twitter: { card: "summary_large_image" },
    alternates: {
      canonical: `/${locale}${path}`,
      ...(feed !== undefined && {
        types: { "application/atom+xml": `/api/v1/changes.atom${feed}` },
      }),
      languages: Object.fromEntries(locales.map((each) => [languageTag(each), `/${each}${path}`])),
    },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

/** Where this installation is reached: "https://plans.example.org". */
export function siteOrigin(): string {
  return new URL(env().NEXTAUTH_URL).origin;
}
