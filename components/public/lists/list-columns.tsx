import { useTranslations } from "next-intl";

/**
 * Shows a choice of the columns of the list. The script of the list unhides it, because it has no effect without the
 * script.
 */
export function ListColumns({ labels }: { labels: Record<string, string> }) {
  const t = useTranslations("lists");
  return (
    <details id="list-columns" hidden className="pb-4 print:hidden">
      <summary className="min-h-11 w-fit cursor-pointer py-2 font-semibold">{t("columns")}</summary>
      <div className="flex flex-wrap gap-x-6">
        {Object.entries(labels).map(([id, label]) => (
          <label key={id} className="flex min-h-11 items-center gap-2">
            <input type="checkbox" value={id} className="size-5 accent-accent" />
            {label}
          </label>
        ))}
      </div>
    </details>
  );
}
