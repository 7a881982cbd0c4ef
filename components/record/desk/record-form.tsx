"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SaveBar } from "@/components/record/desk/save-bar";
import { useDraft } from "@/components/record/draft/provider";
import { type FieldErrors, FieldRow } from "@/components/record/fields/field-row";
import type { FormSection } from "@/components/record/shared/sections";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { hasMessage } from "@/lib/domain/language/messages";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import { valueIn } from "@/lib/domain/record/typing";
import type { Day } from "@/lib/domain/values/day";

/** Shows the form of a record, made from the specs of its fields. */
export function RecordForm({
  sections,
  since,
  framework,
  timeZone,
  path,
}: {
  sections: FormSection[];
  /** The day since which each unchanged field has its value, by field name. */
  since: Record<string, Day>;
  framework: FrameworkTerms;
  /** The time zone in which its readers see times. */
  timeZone: string;
  /** The address to return to after signing in again. */
  path: string;
}) {
  const t = useTranslations("office.record");
  const hints = useTranslations("office.record.sectionHints");
  const draft = useDraft();
  const form = useRef<HTMLFormElement>(null);
  const language = valueIn(draft, "localTitleLanguage");

  useEffect(() => {
    if (draft.refusals === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [draft.refusals]);

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        draft.save();
      }}
    >
      <RestoredNote timeZone={timeZone} />
      {/* The form is disabled until the script runs, because earlier input would be lost. The bar below must not cover the focused field. */}
      <fieldset
        disabled={!draft.isReady}
        className="min-w-0 [&_:is(input,select,textarea,button,summary)]:scroll-mt-4 [&_:is(input,select,textarea,button,summary)]:scroll-mb-28"
      >
        {sections.map((section) => (
          <section
            key={section.name}
            id={`section-${section.name}`}
            className="flex flex-col gap-6 border-line border-t py-8"
          >
            <div className="flex max-w-text flex-col gap-2">
              <h2 className="font-bold text-h2">{t(`sections.${section.name}`)}</h2>
              {hasMessage(hints, section.name) && <p>{hints(section.name)}</p>}
            </div>
            <div className="grid max-w-text gap-6 sm:grid-cols-6">
              {section.specs.map((spec) => (
                <FieldRow
                  key={spec.name}
                  spec={spec}
                  value={valueIn(draft, spec.name)}
                  errors={errorsOf(draft.errors, spec.name)}
                  conflict={draft.conflicts[spec.name]}
                  lang={spec.name === "localTitle" && language ? String(language) : undefined}
                  since={Object.hasOwn(draft.typed, spec.name) ? undefined : since[spec.name]}
                  framework={framework}
                  timeZone={timeZone}
                  onChange={draft.change}
                  onResolve={draft.resolveConflict}
                />
              ))}
            </div>
          </section>
        ))}
      </fieldset>
      <SaveBar timeZone={timeZone} path={path} />
    </form>
  );
}

const none: FieldErrors = {};

/**
 * Returns the errors of a field and of its entries; always the same object when there are none, so that the row is not
 * rendered again.
 */
function errorsOf(errors: FieldErrors, field: string): FieldErrors {
  const own = Object.entries(errors).filter(
    ([path]) => path === field || path.startsWith(`${field}.`),
  );
  return own.length === 0 ? none : Object.fromEntries(own);
}

function RestoredNote({ timeZone }: { timeZone: string }) {
  const t = useTranslations("saving.restored");
  const locale = useLocale();
  const { restoredAt, save, discard } = useDraft();
  if (restoredAt === null) return null;
  return (
    <div className="max-w-text pb-6">
      <Notice role="status" tone="good">
        <p className="font-semibold">
          {t.rich("title", {
            at: () => <Moment at={new Date(restoredAt)} timeZone={timeZone} locale={locale} />,
          })}
        </p>
        <p>{t("body")}</p>
        <div className="flex flex-wrap gap-3 pt-2">
          <Button onClick={save}>{t("keep")}</Button>
          <Button onClick={discard}>{t("discard")}</Button>
        </div>
      </Notice>
    </div>
  );
}
