import { connection } from "next/server";
import { listCitySlugs } from "@/lib/queries/public/addresses";
import { writeSitemapIndex } from "@/lib/site/sitemap";

/** Answers with the sitemap index: one sitemap for the network, one for the partners, and one for each city. */
export async function GET(): Promise<Response> {
  await connection();
  return writeSitemapIndex(["network", "partners", ...(await listCitySlugs())]);
}
