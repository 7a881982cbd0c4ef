import "server-only";
import { createHash } from "node:crypto";
import XMLBuilder from "fast-xml-builder";
import { createTranslator } from "next-intl";
import { defaultLocale } from "@/lib/domain/language/locale";
import { changeWords } from "@/lib/domain/progress/change-words";
import { addressOf, currentContext, editionPath } from "@/lib/domain/site/page-context";
import type { Change } from "@/lib/queries/public/changes";
import { siteOrigin } from "@/lib/site/metadata";
import { words } from "../../messages/en/index";

const t = createTranslator({ locale: defaultLocale, messages: words });

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/**
 * Returns changes as an Atom feed in English (RFC 4287), in the given order; `search` is the filter: "?city=phuket".
 * Texts of cities are plain text in it.
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

/** The entry's id is that of the edition, and its link leads to the permanent page. */
function toEntry(change: Change, origin: string) {
  const { said, others } = changeWords(change, (on) => on, t);
  const summary = [...said, ...others].join(". ");
  const title = change.title
    ? `${change.title}, ${change.cityName}`
    : t("public.changes.plan", { city: change.cityName });
  return {
    id: `urn:uuid:${change.id}`,
    title: plain(title),
    updated: instantOf(change),
    published: change.publishedAt.toISOString(),
    link: { "@_href": `${origin}${addressOf(currentContext, editionPath(change, change.number))}` },
    ...(summary && { summary: plain(summary) }),
  };
}

const plain = (text: string) => ({ "@_type": "text", "#text": text });

/**
 * Returns the time of publication in milliseconds, followed by digits from the edition's id: readers sort by this time,
 * and many editions may be published at once.
 */
function instantOf({ id, publishedAt }: Change): string {
  const hash = createHash("sha256").update(id).digest().readUInt32BE();
  return publishedAt.toISOString().replace("Z", `${String(hash % 1_000_000).padStart(6, "0")}Z`);
}

const laterOf = (a: string, b: string) => (a > b ? a : b);
