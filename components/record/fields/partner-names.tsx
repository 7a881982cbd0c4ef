import { useLocale, useTranslations } from "next-intl";
import { useSurroundings } from "@/components/record/shared/surroundings";
import { anyCountryNameIn } from "@/lib/domain/language/country-name";
import { meantBy, nameKey } from "@/lib/domain/organisation/name";

/** The id of the list of organisations from which the field of a partner's name suggests. */
export const partnerListId = "organisations";

/** Holds the names of all organisations, which the field of a partner's name suggests. */
export function PartnerNames() {
  const { partners } = useSurroundings();
  const names = [...new Set(partners.flatMap(({ organisation }) => organisation?.name ?? []))];
  return (
    <datalist id={partnerListId}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

/** Says which organisation a partner's name means, while it is typed; null while there is no name. */
export function useMeantPartner(): (name: string) => string | null {
  const t = useTranslations("record.partner");
  const kinds = useTranslations("choices.partnerKind");
  const locale = useLocale();
  const { partners, city } = useSurroundings();
  return (name) => {
    if (nameKey(name) === "") return null;
    const meant = meantBy(partners, name, city.countryCode);
    if (!meant) return t("unknown");
    const country = meant.countryCode && anyCountryNameIn(locale, meant.countryCode);
    return t("means", {
      name: meant.name,
      facts: [kinds(meant.kind), country].filter(Boolean).join(", "),
    });
  };
}
