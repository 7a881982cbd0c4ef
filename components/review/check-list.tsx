import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/ui/partial-date";
import { hasMessage } from "@/lib/domain/language/messages";
import type { Check } from "@/lib/domain/review/checks";

/** Shows the points to check in a submission, each with its reason and a link to its field. */
export function CheckList({ checks }: { checks: Check[] }) {
  const t = useTranslations("checks");
  const fields = useTranslations("fields");
  const languages = useTranslations("choices.language");
  const locale = useLocale();
  const numbers = new Intl.ListFormat(locale === "en" ? "en-GB" : locale);
  return (
    <section aria-labelledby="checks" className="flex max-w-text flex-col gap-1">
      <h2 id="checks" className="font-bold text-h2">
        {t("title")}
      </h2>
      {checks.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ul>
          {checks.map(({ field, check, name = "", was = "", is = "", since, ...rest }) => (
            <li key={`${check} ${field} ${name} ${was}`} className="flex gap-2 py-1">
              <span aria-hidden="true">≠</span>
              <a href={`#field-${field}`} className="py-1">
                {t(check, {
                  name:
                    check === "english_changed" && hasMessage(languages, name)
                      ? languages(name)
                      : name,
                  field: fields(field),
                  was,
                  is,
                  since: since ? formatPartialDate(since, locale) : "",
                  numbers: numbers.format((rest.numbers ?? []).slice(0, 8)),
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="text-muted text-small">{t("hint")}</p>
    </section>
  );
}
