import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/public/shared/filter-form";
import { SelectField } from "@/components/ui/field";
import { stages, supportKinds } from "@/lib/domain/record/project";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows the filters of the list of support needed. */
export function NeedFilterForm({
  context,
  typed,
  countries,
  areas,
}: {
  context: PageContext;
  /** The query of the page. */
  typed: Record<string, string>;
  countries: { code: string; name: string }[];
  areas: { slug: string; name: string }[];
}) {
  const t = useTranslations();
  const select = (name: string, label: string, options: { value: string; label: string }[]) => (
    <SelectField
      id={`filter-${name}`}
      name={name}
      label={label}
      defaultValue={typed[name] ?? ""}
      options={[{ value: "", label: t("public.projects.any") }, ...options]}
    />
  );
  return (
    <FilterForm
      context={context}
      path="/support-needed"
      label={t("public.projects.filters")}
      isFiltered={Object.keys(typed).length > 0}
    >
      {select(
        "kind",
        t("public.project.kind"),
        supportKinds.map((value) => ({ value, label: t(`choices.supportKind.${value}`) })),
      )}
      {select(
        "country",
        t("public.projects.country"),
        countries.map(({ code, name }) => ({ value: code, label: name })),
      )}
      {select(
        "focusArea",
        t("public.projects.focusArea"),
        areas.map(({ slug, name }) => ({ value: slug, label: name })),
      )}
      {select(
        "stage",
        t("public.projects.stage"),
        stages.map((value) => ({ value, label: t(`choices.stage.${value}`) })),
      )}
    </FilterForm>
  );
}
