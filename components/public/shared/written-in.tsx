import { useTranslations } from "next-intl";
import { defaultLocale, languageNames, languageTag } from "@/lib/domain/language/locale";
import { languagesOf, localTexts } from "@/lib/domain/record/local-texts";
import type { RecordFields } from "@/lib/domain/record/record";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/**
 * Shows in which languages a record's texts are: how many are in the reader's language and that the others are in
 * English. On an English page it names the languages into which the city translated them.
 */
export function WrittenIn({
  context,
  path,
  fields,
}: {
  context: PageContext;
  path: string;
  /** The published English fields. */
  fields: RecordFields;
}) {
  const t = useTranslations("local");
  if (context.locale === defaultLocale) {
    const languages = languagesOf(fields);
    if (languages.length === 0) return null;
    return (
      <p className="max-w-text text-muted text-small">
        {t("also")}{" "}
        {languages.map((locale, index) => (
          <span key={locale}>
            {index > 0 && " · "}
            <a
              href={addressOf({ ...context, locale }, path)}
              lang={languageTag(locale)}
              hrefLang={languageTag(locale)}
            >
              {languageNames[locale]}
            </a>
          </span>
        ))}
      </p>
    );
  }
  const { all, written } = localTexts(fields, context.locale);
  if (all === 0) return null;
  return (
    <p className="max-w-text text-muted text-small">
      {written === 0 ? t("english") : written < all ? t("some", { written, all }) : t("whole")}
    </p>
  );
}
