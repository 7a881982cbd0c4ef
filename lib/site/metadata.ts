import "server-only";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { languageTag, locales } from "@/lib/domain/language/locale";
import type { PageContext } from "@/lib/domain/site/page-context";
import { env } from "@/lib/settings/env";

/**
 * The texts of a page's metadata: its path without language and day, its title (null for the product's name) and its
 * description.
 */
export type PageWords = {
  path: string;
  title: string | null;
  description: string;
  /** The filter of the feed for this page: "?city=phuket". */
  feed?: string;
  /** The path of the preview picture: "cities/phuket"; that of the network when left out. */
  picture?: string;
};

/**
 * Returns the metadata of a public page for search engines and shared links. The page of a past day names the current
 * page as canonical, so that searches find current information.
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

/** Returns the address of this installation: "https://plans.example.org". */
export function siteOrigin(): string {
  return new URL(env().NEXTAUTH_URL).origin;
}
