import { useTranslations } from "next-intl";

/**
 * Shows the projects that were selected on other pages or with other filters; the script of the list fills it. It also
 * says when no more can be selected.
 */
export function SelectedElsewhere() {
  const t = useTranslations("compare");
  return (
    <>
      <fieldset id="list-elsewhere" hidden className="mt-5 print:hidden">
        <legend className="font-semibold text-small">{t("elsewhere")}</legend>
        <template>
          <label className="flex min-h-11 w-fit items-center gap-2">
            <input type="checkbox" name="project" className="size-5 accent-accent" />
            <span />
          </label>
        </template>
      </fieldset>
      {/* It stays in view while its boxes are. */}
      <p
        id="list-full"
        hidden
        role="status"
        className="sticky bottom-0 mt-4 border-line border-t bg-white py-3 print:hidden"
      >
        {t("full")}
      </p>
    </>
  );
}
