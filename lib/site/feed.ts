import "server-only";
import { createHash } from "node:crypto";
import XMLBuilder from "fast-xml-builder";
import { createTranslator } from "next-intl";
import { defaultLocale } from "@/lib/domain/language/locale";
import { changeWords } from "@/lib/domain/progress/change-words";
import { addressOf, editionPath, readingNow } from "@/lib/domain/site/page-context";
import type { Change } from "@/lib/queries/public/changes";
import { siteOrigin } from "@/lib/site/metadata";
import { words } from "../../messages/en/index";

const t = createTranslator({ locale: defaultLocale, messages: words });

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/**
 * Changes as an Atom feed in English (RFC 4287), in the order given; `search` is what narrowed them: "?city=phuket".
 * What cities write is plain text in it, whatever signs it holds.
 */
export function writeFeed(changes: Change[], search: string): string {
  const origin = siteOrigin();
  const address = `${origin}/api/v1/changes.atom${search}`;
  const name = t("public.frame.name");
  const entries = changes.map((change) => toEntry(change, origin));
  return builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "utf-8" },
    feed: {
      "@_xmlns": "http://www.w3.org/2005/Atom",
      "@_xml:lang": defaultLocale,
      id: address,
      title: plain(`${t("public.changes.title")} – ${name}`),
      subtitle: plain(t("public.changes.description")),
      updated: entries.map(({ updated }) => updated).reduce(laterOf, new Date(0).toISOString()),
      author: { name, uri: `${origin}/${defaultLocale}` },
      link: [
        { "@_rel": "alternate", "@_href": `${origin}/${defaultLocale}/changes` },
        { "@_rel": "self", "@_type": "application/atom+xml", "@_href": address },
      ],
      rights: plain(t("public.frame.independent")),
      entry: entries,
    },
  });
}

/** An edition is public for good: its id is the entry's, and the entry leads to the page that never changes. */
function toEntry(change: Change, origin: string) {
  const { said, others } = changeWords(change, (on) => on, t);
  const summary = [...said, others].filter(Boolean).join(". ");
  const title = change.title
    ? `${change.title}, ${change.cityName}`
    : t("public.changes.plan", { city: change.cityName });
  return {
    id: `urn:uuid:${change.id}`,
    title: plain(title),
    updated: instantOf(change),
    published: change.publishedAt.toISOString(),
    link: { "@_href": `${origin}${addressOf(readingNow, editionPath(change, change.number))}` },
    ...(summary && { summary: plain(summary) }),
  };
}

const plain = (text: string) => ({ "@_type": "text", "#text": text });

/**
 * When the edition was published, to the millisecond, and below it what its id gives: readers sort by this instant, and
 * many editions may be published at once.
 */
function instantOf({ id, publishedAt }: Change): string {
  const hash = createHash("sha256").update(id).digest().readUInt32BE();
  return publishedAt.toISOString().replace("Z", `${String(hash % 1_000_000).padStart(6, "0")}Z`);
}

const laterOf = (a: string, b: string) => (a > b ? a : b);
