import { type LinkedData, toJsonLd } from "@/lib/domain/site/linked-data";

/** Tells search engines what a page is about, in the vocabulary of schema.org. */
export function JsonLd({ data }: { data: LinkedData }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: toJsonLd leaves nothing that could end the element
      dangerouslySetInnerHTML={{ __html: toJsonLd(data) }}
    />
  );
}
