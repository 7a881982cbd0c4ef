import "server-only";
import { Feed } from "feed";
import { createTranslator } from "next-intl";
import { type ChangeWords, changeWords } from "@/lib/domain/change-words";
import { defaultLocale } from "@/lib/domain/locale";
import { readingNow, recordAddress } from "@/lib/domain/reading";
import type { Change } from "@/lib/queries/public-changes";
import { originOf } from "@/lib/web/public-metadata";
import { words } from "../../messages/en/index";

const t = createTranslator({ locale: defaultLocale, messages: words });

/** Changes as an Atom feed in English, newest first; `search` is what narrowed them: "?city=phuket". */
export function writeFeed(changes: Change[], search: string): string {
  const origin = originOf();
  const address = `${origin}/api/v1/changes.atom${search}`;
  const feed = new Feed({
    id: address,
    title: `${t("public.changes.title")} – ${t("public.frame.name")}`,
    description: t("public.changes.description"),
    link: `${origin}/${defaultLocale}/changes`,
    feedLinks: { atom: address },
    language: defaultLocale,
    copyright: t("public.frame.independent"),
    author: { name: t("public.frame.name"), link: `${origin}/${defaultLocale}` },
    generator: false,
    ...(changes[0] && { updated: changes[0].publishedAt }),
  });
  for (const change of changes) {
    const { said, others } = changeWords(change, (on) => on, t as ChangeWords);
    feed.addItem({
      // An edition is public for good: its id is the entry's.
      id: `urn:uuid:${change.id}`,
      title: change.title
        ? `${change.title}, ${change.cityName}`
        : t("public.changes.plan", { city: change.cityName }),
      link: `${origin}${recordAddress(readingNow, change)}`,
      date: change.publishedAt,
      published: change.publishedAt,
      description: [...said, others].filter(Boolean).join(". "),
    });
  }
  return feed.atom1();
}
