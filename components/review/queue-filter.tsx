import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { type QueuePart, type QueueState, queueSorts } from "@/lib/domain/review/queue";
import { changeKinds } from "@/lib/domain/review/submission";

/** Shows a form that filters and sorts the queue; it works without script, and its result has an address. */
export function QueueFilter({
  cities,
  state,
  part,
  isReviewer,
}: {
  cities: { slug: string; name: string; country: { code: string; name: string } }[];
  state: QueueState;
  part: QueuePart;
  isReviewer: boolean;
}) {
  const t = useTranslations("review.queue");
  const countries = new Map(cities.map(({ country }) => [country.code, country.name]));
  const byName = [...countries].sort(([, a], [, b]) => a.localeCompare(b));
  return (
    <form method="get" className="grid items-end gap-3 sm:grid-cols-3 lg:grid-cols-6">
      <input type="hidden" name="part" value={part} />
      {countries.size > 1 && (
        <SelectField
          label={t("country")}
          name="country"
          defaultValue={state.country ?? ""}
          options={[
            { value: "", label: t("allCountries") },
            ...byName.map(([value, label]) => ({ value, label })),
          ]}
        />
      )}
      {cities.length > 1 && (
        <SelectField
          label={t("city")}
          name="city"
          defaultValue={state.city ?? ""}
          options={[
            { value: "", label: t("allCities") },
            ...cities.map((city) => ({
              value: city.slug,
              label: countries.size > 1 ? `${city.name}, ${city.country.name}` : city.name,
            })),
          ]}
        />
      )}
      <SelectField
        label={t("kind")}
        name="change"
        defaultValue={state.change ?? ""}
        options={[
          { value: "", label: t("allKinds") },
          ...changeKinds.map((kind) => ({ value: kind, label: t(`kindOf.${kind}`) })),
        ]}
      />
      {isReviewer && (
        <SelectField
          label={t("assigned")}
          name="assigned"
          defaultValue={state.assigned ?? ""}
          options={[
            { value: "", label: t("anybody") },
            { value: "me", label: t("me") },
            { value: "nobody", label: t("nobody") },
          ]}
        />
      )}
      {part !== "decided" && (
        <SelectField
          label={t("sort")}
          name="sort"
          defaultValue={state.sort ?? "deadline"}
          options={queueSorts.map((sort) => ({ value: sort, label: t(`sortBy.${sort}`) }))}
        />
      )}
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
