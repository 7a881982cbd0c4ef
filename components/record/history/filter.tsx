import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { FieldName } from "@/lib/domain/record/fields";

/** Shows a form that filters a history by field or person; it works without script, and its result has an address. */
export function HistoryFilter({
  path,
  fields,
  people,
  field,
  by,
}: {
  path: string;
  fields: FieldName[];
  people: { id: string; name: string }[];
  field: string | undefined;
  by: string | undefined;
}) {
  const t = useTranslations("history.filter");
  const labels = useTranslations("fields");
  return (
    <form
      method="get"
      action={path}
      className="flex flex-col gap-3 pb-6 sm:flex-row sm:flex-wrap sm:items-end"
    >
      <SelectField
        label={t("field")}
        name="field"
        defaultValue={field ?? ""}
        options={[
          { value: "", label: t("allFields") },
          ...fields.map((name) => ({ value: name, label: labels(name) })),
        ]}
      />
      <SelectField
        label={t("person")}
        name="by"
        defaultValue={by ?? ""}
        options={[
          { value: "", label: t("everybody") },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button type="submit">{t("show")}</Button>
      {(field || by) && (
        <a href={path} className="py-2.5">
          {t("clear")}
        </a>
      )}
    </form>
  );
}
