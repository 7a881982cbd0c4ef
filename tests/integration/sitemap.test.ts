import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { GET as getPart } from "@/app/sitemaps/[part]/route";
import { database } from "@/lib/db/client";
import { locales } from "@/lib/domain/language/locale";
import { listCitySlugs } from "@/lib/queries/public/addresses";
import { pageAt, publicPages } from "@/lib/site/pages.mjs";
import { writeSitemapIndex } from "@/lib/site/sitemap";

async function locationsOf(answer: Promise<Response>, root: string, each: string) {
  const xml = new XMLParser().parse(await (await answer).text());
  return xml[root][each].map((item: { loc: string }) => new URL(item.loc).pathname) as string[];
}

function part(name: string) {
  const params = Promise.resolve({ part: name });
  return getPart(new Request(`http://localhost/sitemaps/${name}`), { params });
}

test("every city has its sitemap, and every published project is in one of them, in every language", async () => {
  const slugs = await listCitySlugs();
  const parts = await locationsOf(
    writeSitemapIndex(["network", ...slugs]),
    "sitemapindex",
    "sitemap",
  );
  expect(parts).toHaveLength(39);
  expect(parts).toContain("/sitemaps/phuket.xml");

  const own = await locationsOf(part("phuket.xml"), "urlset", "url");
  const projects = await database().editionPeriod.count({
    where: { city: { slug: "phuket" }, kind: "project", untilDay: null },
  });
  expect(own).toHaveLength((projects + 1) * locales.length);
  for (const locale of locales) expect(own).toContain(`/${locale}/cities/phuket`);
  const xml = new XMLParser({ ignoreAttributes: false }).parse(
    await (await part("phuket.xml")).text(),
  );
  const links = xml.urlset.url[0]["xhtml:link"].map((link: Record<string, string>) => [
    link["@_hreflang"],
    new URL(String(link["@_href"])).pathname,
  ]);
  expect(links).toHaveLength(locales.length);
  expect(links).toContainEqual(["zh-Hans", "/zh/cities/phuket"]);
});

test("the pages of the network are listed, with its four reports and the page of the API", async () => {
  const pages = await locationsOf(part("network.xml"), "urlset", "url");
  expect(pages).toEqual(
    expect.arrayContaining([
      "/km",
      "/en/countries/TH",
      "/zh/reports/2025",
      "/en/focus-areas/civic-social",
      "/api",
    ]),
  );
  expect(new Set(pages).size).toBe(pages.length);
});

test("exactly the pages that the table of public pages names are listed", async () => {
  const all: string[] = [];
  for (const name of ["network.xml", "partners.xml", "phuket.xml"])
    all.push(...(await locationsOf(part(name), "urlset", "url")));
  const listed = all
    .filter((path) => /^\/en(?:\/|$)/u.test(path))
    .map((path) => pageAt(path.slice("/en".length))?.path);
  const wanted = publicPages.filter(({ isInSitemap }) => isInSitemap).map(({ path }) => path);
  expect([...new Set(listed)].toSorted()).toEqual(wanted.toSorted());
});
