import { useLocale, useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { anyCountryNameIn } from "@/lib/domain/language/country-name";
import type { OrganisationFacts } from "@/lib/domain/organisation/kinds";
import { nameKey } from "@/lib/domain/organisation/name";

/** An organisation that a partner's name means. */
export type Organisation = OrganisationFacts & { slug: string };

/** Returns the function that names the country of an organisation; null for one of several countries. */
export function useCountryOf() {
  const locale = useLocale();
  return ({ countryCode }: Organisation) => countryCode && anyCountryNameIn(locale, countryCode);
}

/** Shows what a partner's name means: the organisation, where the name is another one, with its kind and country. */
export function MeantOrganisation({
  name,
  organisation,
}: {
  /** As the project writes it. */
  name: string;
  organisation: Organisation;
}) {
  const t = useTranslations("partners");
  const kind = useTranslations("choices.partnerKind");
  const countryOf = useCountryOf();
  const facts = [kind(organisation.kind), countryOf(organisation)].filter(Boolean).join(", ");
  return (
    <span className="text-muted">
      {nameKey(name) !== nameKey(organisation.name) && (
        <>
          {", "}
          {t.rich("thatIs", {
            name: organisation.name,
            org: (words) => <Content>{words}</Content>,
          })}
        </>
      )}{" "}
      ({facts})
    </span>
  );
}
