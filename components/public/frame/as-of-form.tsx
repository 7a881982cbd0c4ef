import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { formatPartialDate } from "@/components/ui/partial-date";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

const shownDays = 8;

/** Shows a form that opens the same page as of another day, with known days to select. An empty day is today. */
export function AsOfForm({
  context,
  path,
  query,
  days,
}: {
  context: PageContext;
  path: string;
  query: Record<string, string>;
  /** Newest first. */
  days: Day[];
}) {
  const t = useTranslations("public.asOf");
  const known = useTranslations("promises");
  // A comparison since a day needs a later day.
  const { since = "" } = query;
  const offered = days.filter((day) => day > since).slice(0, shownDays);
  return (
    <form
      id="other-days"
      method="get"
      action={addressOf({ ...context, asOf: null }, path)}
      aria-label={t("choose")}
      className="flex flex-col gap-2 print:hidden"
    >
      <p className="font-semibold">{t("choose")}</p>
      {Object.entries(query).map(
        ([name, value]) =>
          name !== "asOf" && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t("day")}
          id="as-of-day"
          type="date"
          name="asOf"
          min="1900-01-01"
          max="2199-12-31"
          defaultValue={context.asOf ?? ""}
        />
        <Button type="submit">{t("show")}</Button>
      </div>
      {offered.length > 0 && (
        <div>
          <p className="text-muted">{known("days")}</p>
          <ul className="flex flex-wrap gap-x-4">
            {offered.map((day) => (
              <li key={day}>
                <a
                  href={addressOf({ ...context, asOf: day }, path, query)}
                  aria-current={day === context.asOf ? "true" : undefined}
                  className="inline-block py-2 aria-[current]:font-bold"
                >
                  {formatPartialDate(day, context.locale)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
