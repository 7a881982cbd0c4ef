import { useTranslations } from "next-intl";
import { ReadDay } from "@/components/public/shared/read-day";
import { Button } from "@/components/ui/button";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows the filters of a public list: a plain form that puts its values and the day into the address. */
export function FilterForm({
  context,
  path,
  label,
  isFiltered,
  more = false,
  rest,
  children,
}: {
  context: PageContext;
  path: string;
  label: string;
  /** True when any filter is set. */
  isFiltered: boolean;
  /** True when `rest` is open. */
  more?: boolean;
  /** Filters that are rarely used, folded. */
  rest?: React.ReactNode;
  children: React.ReactNode;
}) {
  const t = useTranslations();
  const grid = "grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3";
  return (
    <form
      id="list-form"
      method="get"
      action={addressOf({ ...context, asOf: null }, path)}
      aria-label={label}
      className={`flex flex-col gap-4 border-line border-y py-5 ${isFiltered ? "" : "print:hidden"}`}
    >
      <div className={grid}>{children}</div>
      {rest && (
        <details open={more}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">
            {t("lists.more")}
          </summary>
          <div className={`${grid} pt-2`}>{rest}</div>
        </details>
      )}
      <ReadDay context={context} />
      <p className="flex items-center gap-6 print:hidden">
        <Button type="submit" look="primary">
          {t("public.projects.apply")}
        </Button>
        <span id="list-clear">
          {isFiltered && <a href={addressOf(context, path)}>{t("public.projects.clear")}</a>}
        </span>
      </p>
    </form>
  );
}
