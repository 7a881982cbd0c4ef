import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Turns the pages of a table; nothing where there is one. */
export function Pager({
  page,
  pages,
  onTurn,
}: {
  page: number;
  pages: number;
  onTurn: (page: number) => void;
}) {
  const t = useTranslations("office.table");
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-4">
      <Button disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        {t("previous")}
      </Button>
      <p>{t("page", { page, pages })}</p>
      <Button disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {t("next")}
      </Button>
    </nav>
  );
}
