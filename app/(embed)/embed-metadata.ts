import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Opened, openPublicPage, type PublicParams } from "@/lib/site/open-page";

/** Returns the metadata of a card: only a title, because search engines index the page to which it links. */
export function embedMetadata<Own>(titleOf: (page: Opened<Own>) => Promise<string | null>) {
  return async function generateMetadata({
    params,
  }: {
    params: Promise<PublicParams & Own>;
  }): Promise<Metadata> {
    const page = await openPublicPage(params).catch(() => null);
    const title = page && (await titleOf(page).catch(() => null));
    const t = await getTranslations("public.frame");
    return { title: title ? `${title} – ${t("name")}` : t("name"), robots: { index: false } };
  };
}
