import { connection } from "next/server";
import { siteOrigin } from "@/lib/site/metadata";

/** Answers with the rules for search engines and the address of the sitemap. */
export async function GET(): Promise<Response> {
  // The address of this installation is known when it runs, not when it is built.
  await connection();
  const lines = [
    "User-agent: *",
    "Disallow: /office",
    "Disallow: /sign-in",
    "Disallow: /set-password",
    "Disallow: /unsubscribe",
    "Disallow: /*/feedback",
    `Sitemap: ${siteOrigin()}/sitemap.xml`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain" } });
}
