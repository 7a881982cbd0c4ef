import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";

type Place = { country: string | undefined; city: string | undefined };

/** Narrows the queue to a country or a city: a plain form, so that it works without script and can be linked to. */
export function QueueFilter({
  cities,
  place,
  part,
}: {
  cities: { slug: string; name: string; country: { code: string; name: string } }[];
  place: Place;
  part: string;
}) {
  const t = useTranslations("review.queue");
  const countries = new Map(cities.map(({ country }) => [country.code, country.name]));
  const byName = [...countries].sort(([, a], [, b]) => a.localeCompare(b));
  return (
    <form method="get" className="flex flex-col gap-3 sm:flex-row sm:items-end">
      <input type="hidden" name="part" value={part} />
      {countries.size > 1 && (
        <SelectField
          label={t("country")}
          name="country"
          defaultValue={place.country ?? ""}
          options={[
            { value: "", label: t("allCountries") },
            ...byName.map(([value, label]) => ({ value, label })),
          ]}
        />
      )}
      <SelectField
        label={t("city")}
        name="city"
        defaultValue={place.city ?? ""}
        options={[
          { value: "", label: t("allCities") },
          ...cities.map((city) => ({
            value: city.slug,
            label: countries.size > 1 ? `${city.name}, ${city.country.name}` : city.name,
          })),
        ]}
      />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
