import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { Signal } from "@/lib/domain/progress/signals";

/** Shows where computed numbers and declared values disagree, beside what the city declares. */
export function SignalList({
  signals,
  hint,
  isLinked = false,
}: {
  signals: Signal[];
  hint: string;
  /** True when the form is on this page, so that each entry links to its field. */
  isLinked?: boolean;
}) {
  const t = useTranslations("progress");
  const locale = useLocale();
  if (signals.length === 0) return null;
  return (
    <section aria-labelledby="signals" className="flex flex-col gap-1">
      <h2 id="signals" className="font-bold text-h3">
        {t("signalsTitle")}
      </h2>
      <ul>
        {signals.map(({ field, signal, name = "", count = 0, on }) => {
          const said = t(`signals.${signal}`, {
            name,
            count,
            on: on ? formatPartialDate(on, locale) : "",
          });
          return (
            <li key={`${signal} ${name}`} className="flex gap-2 py-1">
              <span aria-hidden="true">≠</span>
              {isLinked ? (
                <a href={`#field-${field}`} className="py-1">
                  {said}
                </a>
              ) : (
                said
              )}
            </li>
          );
        })}
      </ul>
      <p className="text-muted text-small">{hint}</p>
    </section>
  );
}
