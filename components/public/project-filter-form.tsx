import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { countryNameIn } from "@/lib/domain/country-name";
import { stages } from "@/lib/domain/project";
import { addressOf, type Reading } from "@/lib/domain/reading";

type Named = { slug: string; name: string };

/** The filters of the list of projects; they work without script and stand in the address. */
export function ProjectFilterForm({
  reading,
  typed,
  cities,
  areas,
  outcomes,
}: {
  reading: Reading;
  /** What the address asks for. */
  typed: Record<string, string>;
  cities: (Named & { countryCode: string; countryName: string; joinedYear: number })[];
  areas: Named[];
  outcomes: Named[];
}) {
  const t = useTranslations("public.projects");
  const stage = useTranslations("choices.stage");
  const countries = new Map(
    cities.map(({ countryCode: code, countryName }) => [
      code,
      countryNameIn(reading.locale, code, countryName),
    ]),
  );
  const byName = [...cities].sort((a, b) => a.name.localeCompare(b.name, reading.locale));
  const cohorts = [...new Set(cities.map((city) => String(city.joinedYear)))].sort();
  const select = (name: string, label: string, options: { value: string; label: string }[]) => (
    <SelectField
      id={`filter-${name}`}
      name={name}
      label={label}
      defaultValue={typed[name] ?? ""}
      options={[{ value: "", label: t("any") }, ...options]}
    />
  );
  const toOption = ({ slug, name }: Named) => ({ value: slug, label: name });
  return (
    <form
      method="get"
      action={addressOf({ ...reading, asOf: null }, "/projects")}
      aria-label={t("filters")}
      className="grid items-end gap-4 border-line border-y py-5 sm:grid-cols-2 lg:grid-cols-3"
    >
      <TextField id="filter-q" name="q" label={t("q")} defaultValue={typed["q"] ?? ""} />
      {select("city", t("city"), byName.map(toOption))}
      {select(
        "country",
        t("country"),
        [...countries].map(([value, label]) => ({ value, label })),
      )}
      {select(
        "cohort",
        t("cohort"),
        cohorts.map((year) => ({ value: year, label: year })),
      )}
      {select("focusArea", t("focusArea"), [
        ...areas.map(toOption),
        { value: "none", label: t("noFocusArea") },
      ])}
      {select("outcome", t("outcome"), outcomes.map(toOption))}
      {select(
        "stage",
        t("stage"),
        stages.map((value) => ({ value, label: stage(value) })),
      )}
      {reading.asOf !== null && <input type="hidden" name="asOf" value={reading.asOf} />}
      <p className="flex items-center gap-6 sm:col-span-2 lg:col-span-3">
        <Button type="submit" look="primary">
          {t("apply")}
        </Button>
        {Object.keys(typed).length > 0 && (
          <a href={addressOf(reading, "/projects")}>{t("clear")}</a>
        )}
      </p>
    </form>
  );
}
