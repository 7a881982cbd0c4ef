import "server-only";
import { createTranslator } from "next-intl";
import { defaultLocale, isLocale } from "@/lib/domain/language/locale";
import { type Citation, toBibtex, toRis } from "@/lib/domain/site/citation";
import { addressOf, editionPath } from "@/lib/domain/site/page-context";
import { toDay } from "@/lib/domain/values/day";
import {
  type EditionAddress,
  type EditionPlace,
  findCitedEdition,
} from "@/lib/queries/public/edition";
import type { EditionFacts } from "@/lib/queries/public/editions";
import { siteOrigin } from "@/lib/site/metadata";
import { words } from "../../messages/en/index";

const t = createTranslator({ locale: defaultLocale, messages: words });

/** The files of a citation by name, each with its media type. */
const files = new Map([
  ["citation.bib", { write: toBibtex, type: "application/x-bibtex; charset=utf-8" }],
  ["citation.ris", { write: toRis, type: "application/x-research-info-systems; charset=utf-8" }],
]);

/**
 * Answers with the citation of an edition as a file in English; its link leads to the page in the language of the
 * file's address. A withheld record has none, and answers as one that does not exist.
 */
export async function answerCitation(
  address: EditionAddress & { locale: string; file: string },
): Promise<Response> {
  const file = files.get(address.file);
  const found = file && isLocale(address.locale) ? await findCitedEdition(address) : null;
  if (!file || !isLocale(address.locale) || !found || found === "withheld")
    return new Response(null, { status: 404 });
  const context = { locale: address.locale, asOf: null };
  const path = addressOf(context, editionPath(found.place, found.edition.number));
  const citation = toCitation(found, `${siteOrigin()}${path}`);
  return new Response(file.write(citation), {
    headers: {
      "content-type": file.type,
      "content-disposition": `attachment; filename="${citation.key}.${address.file.split(".")[1]}"`,
    },
  });
}

function toCitation(
  { place, edition, title }: { place: EditionPlace; edition: EditionFacts; title: string },
  address: string,
): Citation {
  const { kind, citySlug, slug } = place;
  const { number, effectiveOn, hash } = edition;
  const publishedOn = toDay(edition.publishedAt);
  return {
    key: [citySlug, ...(kind === "plan" ? ["plan"] : []), slug, "edition", number].join("-"),
    author:
      edition.origin === "city" ? place.cityName : t("origin.author", { city: place.cityName }),
    title: title || t("promises.cite.plan", { period: slug.replace("-", "–") }),
    publisher: t("public.frame.name"),
    number,
    publishedOn,
    address,
    note: t("promises.cite.note", { number, asOf: effectiveOn, published: publishedOn, hash }),
  };
}
