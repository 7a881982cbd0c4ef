import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { recordPath } from "@/lib/domain/record/path";
import type { RecordKind } from "@/lib/domain/record/record-kind";

type Item = {
  id: string;
  kind: RecordKind;
  title: string | null;
  cityName: string;
  timeZone: string;
  editedAt: Date;
};

const lists = ["returned", "ready", "incomplete", "inReview"] as const;

type Work = Record<(typeof lists)[number], Item[]> & {
  /** False when there are more drafts than are listed. */
  isWhole: boolean;
  toClear: number | null;
  toDecide: number | null;
};

/** Shows what waits for a person: first the numbers, then the drafts. */
export function WorkLists({
  work,
  waitingPlans,
}: {
  work: Work;
  /** The plans with assessments that wait for the reader's answer. */
  waitingPlans: { planId: string; cityName: string; count: number }[];
}) {
  const t = useTranslations("office.home");
  const assessing = useTranslations("assessing");
  const counts = [
    ...(work.toDecide === null
      ? []
      : [
          {
            href: "/office/submissions?part=decision",
            count: work.toDecide,
            of: "toDecide" as const,
          },
        ]),
    ...(work.toClear === null
      ? []
      : [
          {
            href: "/office/submissions?part=clearance",
            count: work.toClear,
            of: "toClear" as const,
          },
        ]),
  ];
  const filled = lists.filter((list) => work[list].length > 0);
  return (
    <>
      <section aria-labelledby="waiting">
        <h2 id="waiting" className="sr-only">
          {t("summary")}
        </h2>
        <ul className="flex flex-col text-lead">
          {counts.map(({ href, count, of }) => (
            <li key={of}>
              {count === 0 ? (
                <p className="py-2">{t(`${of}.none`)}</p>
              ) : (
                <a href={href} className="inline-block py-2">
                  {t(`${of}.count`, { count })}
                </a>
              )}
            </li>
          ))}
          {waitingPlans.map(({ planId, cityName, count }) => (
            <li key={planId}>
              <a href={`/office/plans/${planId}/outcomes`} className="inline-block py-2">
                {assessing("work", { count, city: cityName })}
              </a>
            </li>
          ))}
          {filled.map((list) => (
            <li key={list}>
              <a href={`#${list}`} className="inline-block py-2">
                {t(`lists.${list}.count`, { count: work[list].length })}
              </a>
            </li>
          ))}
        </ul>
        {counts.length + waitingPlans.length + filled.length === 0 && (
          <p className="text-lead">
            {t("nothing")} {t("nothingHint")}
          </p>
        )}
      </section>
      {!work.isWhole && <p>{t("more")}</p>}
      {filled.map((list) => (
        <WorkList key={list} name={list} items={work[list]} />
      ))}
    </>
  );
}

function WorkList({ name, items }: { name: (typeof lists)[number]; items: Item[] }) {
  const t = useTranslations("office.home");
  const locale = useLocale();
  return (
    <section
      id={name}
      tabIndex={-1}
      aria-labelledby={`${name}-title`}
      className="flex scroll-mt-4 flex-col gap-2 pt-10"
    >
      <h2 id={`${name}-title`} className="font-bold text-h2">
        {t(`lists.${name}.title`)} ({items.length})
      </h2>
      <p className="text-muted">{t(`lists.${name}.hint`)}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="border-line border-b py-1">
            <a href={recordPath(item)} className="inline-block py-2">
              {item.title ?? t("profileOf", { city: item.cityName })}
            </a>
            <p className="pb-1 text-muted text-small">
              {t("lastChanged")}:{" "}
              <Moment at={item.editedAt} timeZone={item.timeZone} locale={locale} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
