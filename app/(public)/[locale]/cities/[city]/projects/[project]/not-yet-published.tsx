import { useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/ui/partial-date";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows that nothing was published about a project by this day, with a link to its present page. */
export function NotYetPublished({ context, path }: { context: PageContext; path: string }) {
  const t = useTranslations("public.project");
  return (
    <p className="max-w-text">
      {t.rich("notYet", {
        date: formatPartialDate(context.asOf ?? "", context.locale),
        link: (words) => <a href={addressOf({ ...context, asOf: null }, path)}>{words}</a>,
      })}
    </p>
  );
}
