import "server-only";
import { Readable } from "node:stream";
import { SitemapIndexStream, SitemapStream, streamToPromise } from "sitemap";
import { languageTag, locales } from "@/lib/domain/language/locale";
import type { PageAddress } from "@/lib/queries/public/addresses";
import { originOf } from "@/lib/site/metadata";

/**
 * A sitemap (sitemaps.org) of these pages in every language, each naming the others, and of the pages at these whole
 * paths, which have no other languages.
 */
export async function writeSitemap(pages: PageAddress[], paths: string[] = []): Promise<Response> {
  const stream = new SitemapStream({ hostname: originOf() });
  const items = pages.flatMap(({ path, publishedAt }) => {
    const links = locales.map((locale) => ({
      lang: languageTag(locale),
      url: `/${locale}${path}`,
    }));
    return locales.map((locale) => ({
      url: `/${locale}${path}`,
      links,
      ...(publishedAt && { lastmod: publishedAt.toISOString() }),
    }));
  });
  const all = [...items, ...paths.map((url) => ({ url }))];
  return toXml(await streamToPromise(Readable.from(all).pipe(stream)));
}

/** The sitemap of sitemaps, each named by the part of the site that it lists. */
export async function writeSitemapIndex(parts: string[]): Promise<Response> {
  const urls = parts.map((part) => ({ url: `${originOf()}/sitemaps/${part}.xml` }));
  return toXml(await streamToPromise(Readable.from(urls).pipe(new SitemapIndexStream())));
}

function toXml(xml: Buffer) {
  return new Response(new Uint8Array(xml), {
    headers: {
      "content-type": "application/xml",
      "cache-control": "public, max-age=0, s-maxage=60, stale-while-revalidate=600",
    },
  });
}
