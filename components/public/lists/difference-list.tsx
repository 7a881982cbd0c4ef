import { useTranslations } from "next-intl";
import { ChangeSummary } from "@/components/public/lists/change-list";
import { Content } from "@/components/public/shared/content";
import type { ChangeFacts } from "@/lib/domain/progress/change-words";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/**
 * Shows the differences of a city between two days, record by record; each project links to its values side by side.
 */
export function DifferenceList({
  context,
  citySlug,
  cityName,
  since,
  difference: { records, more, counts },
}: {
  context: PageContext;
  citySlug: string;
  cityName: string;
  since: Day;
  difference: {
    records: (ChangeFacts & { id: string; kind: RecordKind; slug: string; title: string })[];
    more: number;
    counts: { fresh: number; changed: number; same: number };
  };
}) {
  const t = useTranslations();
  const city = `/cities/${citySlug}`;
  return (
    <>
      <p className="max-w-text pt-6">
        {records.length === 0 ? t("promises.since.nothing") : t("promises.since.summary", counts)}
      </p>
      <ul className="flex flex-col">
        {records.map((record) => (
          <li key={record.id} className="max-w-text border-line border-b py-3">
            {record.kind === "plan" ? (
              <a href={addressOf(context, city)}>{t("public.changes.plan", { city: cityName })}</a>
            ) : (
              <a
                href={addressOf(
                  context,
                  `${city}/projects/${record.slug}${record.isFirst ? "" : "/changes"}`,
                  record.isFirst ? {} : { since },
                )}
              >
                <Content>{record.title}</Content>
              </a>
            )}
            <ChangeSummary change={record} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="pt-4">{t("promises.since.more", { count: more })}</p>}
    </>
  );
}
