import { Fragment } from "react";
import { localNamesOf } from "@/lib/domain/local-name";

/** A city's names in its own languages, each marked with its language. */
export function LocalNames({
  city,
}: {
  city: { localName: string | null; officialLanguages: string[] };
}) {
  return localNamesOf(city).map(({ name, language }, index) => (
    <Fragment key={name}>
      {index > 0 && " / "}
      <span lang={language ?? undefined}>{name}</span>
    </Fragment>
  ));
}
