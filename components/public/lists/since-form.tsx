import { useTranslations } from "next-intl";
import { ReadDay } from "@/components/public/shared/read-day";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { formatPartialDate } from "@/components/ui/partial-date";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/** Shows a form that asks since when to compare, with the days from which editions are valid. */
export function SinceForm({
  context,
  path,
  since,
  days,
}: {
  context: PageContext;
  /** The path of the change log: "/cities/phuket/changes". */
  path: string;
  since: Day | null;
  /** Newest first. */
  days: Day[];
}) {
  const t = useTranslations("promises.since");
  const asOf = useTranslations("public.asOf");
  return (
    <form
      method="get"
      action={`/${context.locale}${path}`}
      aria-label={t("choose")}
      className="flex flex-col gap-2 print:hidden"
    >
      <ReadDay context={context} />
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t("choose")}
          id="since-day"
          type="date"
          name="since"
          min="1900-01-01"
          max="2199-12-31"
          defaultValue={since ?? ""}
        />
        <Button type="submit">{asOf("show")}</Button>
      </div>
      {days.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 text-small">
          {days.map((day) => (
            <li key={day}>
              <a
                href={addressOf(context, path, { since: day })}
                aria-current={day === since ? "true" : undefined}
                className="inline-block py-2 aria-[current]:font-bold"
              >
                {formatPartialDate(day, context.locale)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
