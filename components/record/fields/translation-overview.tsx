"use client";
import { useTranslations } from "next-intl";
import { useDraft } from "@/components/record/draft/provider";
import { useSurroundings } from "@/components/record/shared/surroundings";
import { useTextName } from "@/components/record/shared/text-names";
import { Button } from "@/components/ui/button";
import { type Locale, languageTag } from "@/lib/domain/language/locale";
import { type EnglishText, englishTexts, localLanguages } from "@/lib/domain/record/local-parts";
import type { RecordFields } from "@/lib/domain/record/record";
import {
  countTranslations,
  findTranslation,
  lostTranslations,
  stateOf,
  type Translation,
  withTranslation,
} from "@/lib/domain/record/translation";

/**
 * Shows how much of the record is translated into each of the city's languages: stale translations to check here,
 * missing ones with a link to their English, and those whose English was removed.
 */
export function TranslationOverview() {
  const t = useTranslations("translating");
  const names = useTranslations("choices.language");
  const { languages } = useSurroundings();
  const draft = useDraft();
  // The typed fields of a record, which its schema once parsed.
  const fields = { ...draft.seen, ...draft.typed } as RecordFields;
  const used = localLanguages.filter((language) =>
    fields.translations.some((each) => each.language === language),
  );
  const all = [...new Set([...languages, ...used])];
  return (
    <div id="field-translations" tabIndex={-1} className="flex flex-col gap-6">
      {all.length === 0 && <p className="max-w-text">{t("noLanguage")}</p>}
      {all.map((language) => (
        <section
          key={language}
          aria-label={names(language)}
          className="flex max-w-text flex-col gap-3"
        >
          <h3 className="font-semibold">{names(language)}</h3>
          <p>{t("progress", countTranslations(fields, language))}</p>
          <Stale language={language} fields={fields} onChange={draft.change} />
          <Missing language={language} fields={fields} />
        </section>
      ))}
      <Lost fields={fields} onChange={draft.change} />
    </div>
  );
}

type OnChange = (field: string, value: Translation[]) => void;

function Stale({
  language,
  fields,
  onChange,
}: {
  language: Locale;
  fields: RecordFields;
  onChange: OnChange;
}) {
  const t = useTranslations("translating");
  const nameOf = useTextName();
  const stale = textsIn("stale", language, fields);
  if (stale.length === 0) return null;
  return (
    <ul className="flex flex-col gap-4">
      {stale.map(({ found, ...text }) => (
        <li key={text.of} className="flex flex-col gap-1 border-warning border-l-4 pl-3">
          <p className="font-semibold">
            <span aria-hidden="true">≠ </span>
            <a href={`#field-${text.of}`}>{nameOf(text)}</a>
          </p>
          {text.part === null && <p className="line-clamp-4 whitespace-pre-line">{text.english}</p>}
          <p lang={languageTag(language)} className="line-clamp-4 whitespace-pre-line">
            {found?.text}
          </p>
          <div>
            <Button
              onClick={() =>
                onChange(
                  "translations",
                  withTranslation(
                    fields.translations,
                    { language, of: text.of, text: found?.text ?? "" },
                    text.english,
                  ),
                )
              }
            >
              {t("stillRight")} <span className="sr-only">{nameOf(text)}</span>
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Missing({ language, fields }: { language: Locale; fields: RecordFields }) {
  const t = useTranslations("translating");
  const nameOf = useTextName();
  const missing = textsIn("missing", language, fields);
  if (missing.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 text-accent">
        {t("missing", { count: missing.length })}
      </summary>
      <ul>
        {missing.map((text) => (
          <li key={text.of}>
            <a href={`#field-${text.of}`} className="inline-block py-2">
              {nameOf(text)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Shows translations whose English was removed. Nobody else sees them, and they stay until somebody removes them. */
function Lost({ fields, onChange }: { fields: RecordFields; onChange: OnChange }) {
  const t = useTranslations("translating");
  const lost = lostTranslations(fields);
  if (lost.length === 0) return null;
  return (
    <section className="flex max-w-text flex-col gap-3">
      <p className="font-semibold">{t("lost", { count: lost.length })}</p>
      <ul className="flex flex-col gap-3">
        {lost.map((each) => (
          <li key={each.id} className="flex flex-col gap-1 border-line-strong border-l-4 pl-3">
            <p lang={languageTag(each.language as Locale)} className="whitespace-pre-line">
              {each.text}
            </p>
            <div>
              <Button
                onClick={() =>
                  onChange(
                    "translations",
                    fields.translations.filter(({ id }) => id !== each.id),
                  )
                }
              >
                {t("remove")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function textsIn(
  state: "stale" | "missing",
  language: Locale,
  fields: RecordFields,
): (EnglishText & { found: Translation | null })[] {
  return englishTexts(fields)
    .map((text) => ({ ...text, found: findTranslation(fields.translations, language, text.of) }))
    .filter(({ found, english }) => stateOf(found, english) === state);
}
