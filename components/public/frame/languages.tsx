import { useTranslations } from "next-intl";
import { feedbackAddress } from "@/lib/domain/feedback/feedback";
import { languageNames, languageTag, locales } from "@/lib/domain/language/locale";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** The page that is read: its context, its path without language and day, and its query. */
type Here = { context: PageContext; path: string; query: Record<string, string> };

/**
 * Shows links to the same page in every language, each by its own name. It is folded, so that it takes one line on a
 * phone.
 */
export function Languages({ context, path, query }: Here) {
  const t = useTranslations("public.language");
  return (
    <details id="other-languages" className="w-full text-small print:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 after:content-['▾']">
        {t("label")}:{" "}
        <span lang={languageTag(context.locale)}>{languageNames[context.locale]}</span>
      </summary>
      <ul className="flex flex-wrap gap-x-5 pb-2">
        {locales.map((locale) => (
          <li key={locale}>
            <a
              href={addressOf({ ...context, locale }, path, query)}
              lang={languageTag(locale)}
              hrefLang={languageTag(locale)}
              aria-current={locale === context.locale ? "true" : undefined}
              className="inline-block py-2.5 aria-[current]:font-bold"
            >
              {languageNames[locale]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Shows on a translated page that it is a translation, and that texts of records are not translated. */
export function TranslationNote({ context, path, query }: Here) {
  const t = useTranslations("public.language");
  const feedback = useTranslations("feedback");
  return (
    <p id="translation-note">
      {t.rich("unofficial", {
        link: (words) => (
          <a href={addressOf({ ...context, locale: "en" }, path, query)} hrefLang="en">
            {words}
          </a>
        ),
      })}{" "}
      {t("content")}{" "}
      {feedback.rich("suggest", {
        link: (words) => (
          <a href={feedbackAddress(context, path, "translation")} rel="nofollow">
            {words}
          </a>
        ),
      })}
    </p>
  );
}
