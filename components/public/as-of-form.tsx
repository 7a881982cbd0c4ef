import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { addressOf, type Reading } from "@/lib/domain/reading";

/** Takes the reader to the same page as of another day. An empty day is today. */
export function AsOfForm({ reading, path }: { reading: Reading; path: string }) {
  const t = useTranslations("public.asOf");
  return (
    <form
      method="get"
      action={addressOf({ ...reading, asOf: null }, path)}
      aria-label={t("choose")}
      className="flex flex-col gap-2"
    >
      <p className="font-semibold">{t("choose")}</p>
      <div className="flex items-end gap-2">
        <TextField
          label={t("day")}
          id="as-of-day"
          type="date"
          name="asOf"
          min="1900-01-01"
          max="2199-12-31"
          defaultValue={reading.asOf ?? ""}
        />
        <Button type="submit">{t("show")}</Button>
      </div>
    </form>
  );
}
