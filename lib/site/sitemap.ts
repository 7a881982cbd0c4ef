import "server-only";
import { Readable } from "node:stream";
import { SitemapIndexStream, SitemapStream, streamToPromise } from "sitemap";
import { languageTag, locales } from "@/lib/domain/language/locale";
import { listAddressParts, type PageAddress } from "@/lib/queries/public/addresses";
import { siteOrigin } from "@/lib/site/metadata";
import { publicPages } from "@/lib/site/pages.mjs";

/**
 * Returns a sitemap (sitemaps.org) of these pages in every language, each with links to its other languages, and of the
 * pages at these full paths, which have no other language.
 */
export async function writeSitemap(pages: PageAddress[], paths: string[] = []): Promise<Response> {
  const stream = new SitemapStream({ hostname: siteOrigin() });
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

/** Returns the pages of the whole network: those without a city or partner in their path. */
export async function listNetworkAddresses(): Promise<PageAddress[]> {
  const parts = await listAddressParts();
  return publicPages
    .filter(({ isInSitemap }) => isInSitemap)
    .flatMap(({ path }) => {
      const [placeholder, parameter = ""] = /\[(\w+)\]/u.exec(path) ?? [];
      if (!placeholder) return path;
      return (parts[parameter] ?? []).map((part) => path.replace(placeholder, part));
    })
    .map((path) => ({ path, publishedAt: null }));
}

/** Returns the sitemap index, with one sitemap for each part of the site. */
export async function writeSitemapIndex(parts: string[]): Promise<Response> {
  const urls = parts.map((part) => ({ url: `${siteOrigin()}/sitemaps/${part}.xml` }));
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
