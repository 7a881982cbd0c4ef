import { useTranslations } from "next-intl";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows the links to other pages of a list; nothing when there is only one. */
export function NextPage({
  context,
  path,
  query = {},
  isFirst,
  nextCursor,
}: {
  context: PageContext;
  path: string;
  /** The query without the cursor. */
  query?: Record<string, string>;
  isFirst: boolean;
  nextCursor: string | null;
}) {
  const t = useTranslations("public.projects");
  if (isFirst && nextCursor === null) return null;
  return (
    <p className="flex gap-6 pt-4 print:hidden">
      {!isFirst && <a href={addressOf(context, path, query)}>{t("first")}</a>}
      {nextCursor !== null && (
        <a href={addressOf(context, path, { ...query, cursor: nextCursor })}>{t("more")}</a>
      )}
    </p>
  );
}
