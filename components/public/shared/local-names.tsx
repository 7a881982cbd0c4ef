import { Fragment } from "react";
import { otherNamesOf } from "@/lib/domain/language/local-name";
import type { Locale } from "@/lib/domain/language/locale";

/** Shows a city's names in other languages than the page's, each marked with its language. */
export function LocalNames({
  locale,
  city,
}: {
  locale: Locale;
  city: { name: string; localName: string | null; officialLanguages: string[] };
}) {
  return otherNamesOf(locale, city).map(({ name, language }, index) => (
    <Fragment key={name}>
      {index > 0 && " / "}
      <span lang={language ?? undefined}>{name}</span>
    </Fragment>
  ));
}
