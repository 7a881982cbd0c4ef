import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/public/shared/filter-form";
import { SelectField } from "@/components/ui/field";
import { cityNameIn } from "@/lib/domain/language/local-name";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows a form to select two to four cities, and one focus area. */
export function CompareForm({
  context,
  selected,
  cities,
  areas,
}: {
  context: PageContext;
  selected: { slugs: string[]; focusArea: string | null };
  cities: { slug: string; name: string; localName: string | null; officialLanguages: string[] }[];
  areas: { slug: string; name: string }[];
}) {
  const t = useTranslations();
  const options = cities
    .map((city) => ({ value: city.slug, label: cityNameIn(context.locale, city) }))
    .sort((a, b) => a.label.localeCompare(b.label, context.locale));
  return (
    <FilterForm
      context={context}
      path="/compare"
      label={t("compare.cities")}
      isFiltered={selected.slugs.length > 0 || selected.focusArea !== null}
    >
      {[0, 1, 2, 3].map((index) => (
        <SelectField
          key={index}
          id={`compare-city-${index}`}
          name="city"
          label={t("compare.city", { number: index + 1 })}
          defaultValue={selected.slugs[index] ?? ""}
          options={[{ value: "", label: t("compare.nobody") }, ...options]}
        />
      ))}
      <SelectField
        id="compare-area"
        name="focusArea"
        label={t("public.projects.focusArea")}
        defaultValue={selected.focusArea ?? ""}
        options={[
          { value: "", label: t("public.projects.any") },
          ...areas.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
    </FilterForm>
  );
}
