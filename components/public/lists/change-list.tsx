import { useLocale, useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { formatPartialDate } from "@/components/ui/partial-date";
import { knownCityName } from "@/lib/domain/language/local-name";
import { type ChangeFacts, changeWords } from "@/lib/domain/progress/change-words";
import { type PageContext, recordAddress } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";
import type { PartialDate } from "@/lib/domain/values/partial-date";

export type ChangeEntry = ChangeFacts & {
  id: string;
  /** The number of the edition. */
  number: number;
  kind: "plan" | "project";
  slug: string;
  citySlug: string;
  cityName: string;
  title: string;
  effectiveOn: Day;
};

/** Shows editions, newest first, with what they are about and what they changed. */
export function ChangeList({ context, changes }: { context: PageContext; changes: ChangeEntry[] }) {
  const t = useTranslations("public.changes");
  return (
    <ol className="flex flex-col">
      {changes.map((change) => (
        <li
          key={change.id}
          className="grid gap-x-6 border-line border-b py-3 sm:grid-cols-[11rem_1fr]"
        >
          <span className="text-muted text-small sm:pt-1">
            <time dateTime={change.effectiveOn}>
              {formatPartialDate(change.effectiveOn, context.locale)}
            </time>
          </span>
          <div className="flex max-w-text flex-col">
            <span>
              {change.kind === "plan" ? (
                <a href={recordAddress(context, change)}>
                  {t("plan", { city: knownCityName(context.locale, change.cityName) })}
                </a>
              ) : (
                <>
                  <a href={recordAddress(context, change)}>
                    <Content>{change.title}</Content>
                  </a>
                  <span className="text-muted">
                    , {knownCityName(context.locale, change.cityName)}
                  </span>
                </>
              )}
            </span>
            <ChangeSummary change={change} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Shows the changes of an edition from the one before. */
export function ChangeSummary({ change }: { change: ChangeFacts }) {
  const t = useTranslations();
  const locale = useLocale();
  const date = (on: PartialDate) => formatPartialDate(on, locale);
  const { said, others } = changeWords(change, date, t);
  return (
    <ul className="text-small">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {others.map((words) => (
        <li key={words} className="text-muted">
          {words}
        </li>
      ))}
    </ul>
  );
}
