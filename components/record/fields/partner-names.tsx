"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { read } from "@/components/forms/ask";
import { useSurroundings } from "@/components/record/shared/surroundings";
import { anyCountryNameIn } from "@/lib/domain/language/country-name";
import type { OrganisationFacts } from "@/lib/domain/organisation/kinds";
import { type Meaning, meantBy, nameKey } from "@/lib/domain/organisation/name";

/** The id of the list of organisations from which the field of a partner's name suggests. */
export const partnerListId = "organisations";

type Meanings = Meaning<OrganisationFacts>[];

/** What names mean, by country: loaded once for all fields of a form. */
const loaded = new Map<string, Promise<Meanings | null>>();

/** Holds the names of all organisations, which the field of a partner's name suggests. */
export function PartnerNames() {
  const meanings = useMeanings() ?? [];
  const names = [...new Set(meanings.flatMap(({ organisation }) => organisation?.name ?? []))];
  return (
    <datalist id={partnerListId}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

/** Returns which organisation a partner's name means, in words; null without a name, and until that is known. */
export function useMeantPartner(name: string): string | null {
  const t = useTranslations("record.partner");
  const kinds = useTranslations("choices.partnerKind");
  const locale = useLocale();
  const { city } = useSurroundings();
  const meanings = useMeanings();
  if (meanings === null || nameKey(name) === "") return null;
  const meant = meantBy(meanings, name, city.countryCode);
  if (!meant) return t("unknown");
  const country = meant.countryCode && anyCountryNameIn(locale, meant.countryCode);
  const facts = [kinds(meant.kind), country].filter(Boolean).join(", ");
  return t("means", { name: meant.name, facts });
}

/** Returns what partners' names mean in the city's country; null until it is loaded, and when that fails. */
function useMeanings(): Meanings | null {
  const { countryCode } = useSurroundings().city;
  const [meanings, setMeanings] = useState<Meanings | null>(null);
  useEffect(() => {
    let isShown = true;
    load(countryCode).then((found) => {
      if (isShown) setMeanings(found);
    });
    return () => {
      isShown = false;
    };
  }, [countryCode]);
  return meanings;
}

/** A failed attempt is forgotten, so that the next entry tries again. */
function load(countryCode: string): Promise<Meanings | null> {
  const known = loaded.get(countryCode);
  if (known) return known;
  const asked = read<Meanings>(`/api/office/organisations?country=${countryCode}`).then(
    (answer) => {
      if ("result" in answer && answer.result.ok) return answer.result.value;
      loaded.delete(countryCode);
      return null;
    },
  );
  loaded.set(countryCode, asked);
  return asked;
}
