import { notFoundError } from "@/lib/open-data/problem";
import { listAddressesOf, listPartnerAddresses } from "@/lib/queries/public/addresses";
import { listNetworkAddresses, writeSitemap } from "@/lib/site/sitemap";

/**
 * Answers with the sitemap of one part of the site: "network.xml", "partners.xml", or the slug of a city with ".xml".
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> {
  const { part } = await params;
  const name = part.endsWith(".xml") ? part.slice(0, -4) : "";
  if (name === "network") return writeSitemap(await listNetworkAddresses(), ["/api"]);
  const pages = name === "partners" ? await listPartnerAddresses() : await listAddressesOf(name);
  return pages ? writeSitemap(pages) : notFoundError();
}
