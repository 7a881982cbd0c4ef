import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/ui/partial-date";
import { toDay } from "@/lib/domain/values/day";

type Freeze = {
  number: number;
  frozenAt: Date;
  correction: string;
  hash: string;
  frozenBy: { name: string } | null;
};

/** Shows every freeze of a report, newest first: its author, its correction, and a link to its public page. */
export function FreezeList({ slug, freezes }: { slug: string; freezes: Freeze[] }) {
  const t = useTranslations("reports.office");
  const locale = useLocale();
  return (
    <section className="flex flex-col gap-4">
      <h2 className="font-bold text-h2">{t("freezes")}</h2>
      <ul className="flex max-w-text flex-col gap-3">
        {freezes.map((freeze) => (
          <li key={freeze.number}>
            <a
              href={`/${locale}/reports/${slug}/${freeze.number}`}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              {t("freezeOf", {
                number: freeze.number,
                day: formatPartialDate(toDay(freeze.frozenAt), locale),
                name: freeze.frozenBy?.name ?? t("tracker"),
              })}
            </a>
            {freeze.correction && <p>{freeze.correction}</p>}
            <p className="text-muted text-small">
              <code className="break-all">{freeze.hash}</code>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
