import { useTranslations } from "next-intl";

/**
 * Projects chosen to be compared on other pages of the list or with other filters, which the script of the list puts
 * here; and that no more can be chosen.
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
      {/* In view while there are boxes that it explains. */}
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
