import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { PagePosition, ProjectTablePage } from "@/lib/domain/table/project-list";

/**
 * Shows the buttons between pages of a table; nothing when there is one page. A button that becomes disabled keeps the
 * focus.
 */
export function Pager({
  page: { hasPrevious, hasNext, first, last },
  onTurn,
}: {
  page: ProjectTablePage;
  onTurn: (position: PagePosition) => void;
}) {
  const t = useTranslations("table");
  if (!hasPrevious && !hasNext) return null;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-4">
      <Button
        aria-disabled={!hasPrevious}
        onClick={() => hasPrevious && first && onTurn({ side: "before", cursor: first })}
      >
        {t("previous")}
      </Button>
      <Button
        aria-disabled={!hasNext}
        onClick={() => hasNext && last && onTurn({ side: "after", cursor: last })}
      >
        {t("next")}
      </Button>
    </nav>
  );
}
