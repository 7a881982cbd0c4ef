import { connection } from "next/server";
import { listCitySlugs } from "@/lib/queries/public/addresses";
import { writeSitemapIndex } from "@/lib/site/sitemap";

/** Answers with every public page there is: the network's in one part, the partners' in one, each city's in one. */
export async function GET(): Promise<Response> {
  await connection();
  return writeSitemapIndex(["network", "partners", ...(await listCitySlugs())]);
}
