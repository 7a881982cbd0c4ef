"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/forms/error-words";
import { useDraft } from "@/components/record/draft/provider";
import { FieldNotes } from "@/components/record/fields/field-notes";
import { TranslationMark } from "@/components/record/fields/translation-mark";
import { useSurroundings } from "@/components/record/shared/surroundings";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { type Locale, languageTag } from "@/lib/domain/language/locale";
import type { TextKind } from "@/lib/domain/record/local-parts";
import {
  findTranslation,
  stateOf,
  type Translation,
  type TranslationState,
  translationId,
  withTranslation,
} from "@/lib/domain/record/translation";
import { valueIn } from "@/lib/domain/record/typing";

/** A text that can be translated into the city's languages, with its English. */
export type LocalPart = { of: string; label: string; english: string; kind: TextKind };

/** Shows the translations of a field or an entry, folded below the English text, one fold for each language. */
export function LocalTextFields({ parts }: { parts: LocalPart[] }) {
  const { languages } = useSurroundings();
  return languages.map((language) => (
    <LocalFold key={language} language={language} parts={parts} />
  ));
}

function LocalFold({ language, parts }: { language: Locale; parts: LocalPart[] }) {
  const t = useTranslations("translating");
  const names = useTranslations("choices.language");
  const draft = useDraft();
  const [isOpen, setOpen] = useState(false);
  const [isInside, setInside] = useState(false);
  // The schema parsed the record.
  const translations = valueIn(draft, "translations") as Translation[];
  const shown = parts.flatMap((part) => {
    const found = findTranslation(translations, language, part.of);
    const state = stateOf(found, part.english);
    return state === "missing" && part.english.trim() === "" ? [] : [{ ...part, found, state }];
  });
  const [first] = shown;
  if (!first) return null;
  const hasErrors = shown.some(({ of }) =>
    Object.keys(draft.errors).some((path) => path.startsWith(pathOf(language, of))),
  );
  const isAll = isOpen || hasErrors;
  return (
    <details open={isAll} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer py-2 text-small">
        <span className="font-semibold">{t("in", { language: names(language) })}</span>
        {": "}
        <TranslationMark state={worst(shown.map(({ state }) => state))} />
        {shown.length > 1 &&
          ` ${t("count", {
            written: shown.filter(({ state }) => state !== "missing").length,
            all: shown.length,
          })}`}
        {shown.length === 1 && <span className="sr-only"> ({first.label})</span>}
      </summary>
      {isAll && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hears whether somebody types within.
        <div
          className="flex flex-col gap-4 border-line-strong border-l-2 py-1 pl-3 sm:pl-4"
          onFocus={() => setInside(true)}
          onBlur={() => setInside(false)}
        >
          {shown.map((part) => (
            <LocalField key={part.of} language={language} part={part} translations={translations} />
          ))}
          {isInside && <FieldNotes field="translations" />}
        </div>
      )}
    </details>
  );
}

function LocalField({
  language,
  part,
  translations,
}: {
  language: Locale;
  part: LocalPart & { found: Translation | null; state: TranslationState };
  translations: Translation[];
}) {
  const t = useTranslations("translating");
  const names = useTranslations("choices.language");
  const sentences = useErrorWords();
  const { change, errors } = useDraft();
  const { of, english, found, state } = part;
  const write = (text: string) =>
    change("translations", withTranslation(translations, { language, of, text }, english));
  const path = pathOf(language, of);
  const control = {
    id: `field-${path}text`,
    label: t("label", { field: part.label, language: names(language) }),
    lang: languageTag(language),
    value: found?.text ?? "",
    errors: sentences([...(errors[`${path}text`] ?? []), ...(errors[`${path}of`] ?? [])]),
  };
  return (
    <div className="flex flex-col gap-2">
      {part.kind === "line" ? (
        <TextField {...control} onChange={(event) => write(event.target.value)} />
      ) : (
        <TextArea {...control} onChange={(event) => write(event.target.value)} />
      )}
      {state === "stale" && found && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-small">
          <TranslationMark state={state} />
          <Button onClick={() => write(found.text)}>{t("stillRight")}</Button>
        </div>
      )}
    </div>
  );
}

function pathOf(language: string, of: string) {
  return `translations.${translationId(language, of)}.`;
}

function worst(states: TranslationState[]): TranslationState {
  return (["stale", "missing"] as const).find((state) => states.includes(state)) ?? "written";
}
