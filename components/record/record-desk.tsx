import { useLocale, useTranslations } from "next-intl";
import type { Action } from "@/components/record/ask";
import { FieldValue } from "@/components/record/diff-value";
import { DraftProvider } from "@/components/record/draft-provider";
import { MissingList } from "@/components/record/missing-list";
import { RecordForm } from "@/components/record/record-form";
import type { FormSection } from "@/components/record/sections";
import { Question, Standing, type Submission } from "@/components/record/standing";
import { SubmitPanel } from "@/components/record/submit-panel";
import type { Day } from "@/lib/domain/day";
import type { FrameworkTerms } from "@/lib/domain/framework";
import { type Issue, isReady } from "@/lib/domain/readiness";
import type { ReviewState } from "@/lib/domain/review-state";
import type { Saved, Values } from "@/lib/domain/typing";

export type DeskRecord = {
  id: string;
  city: { name: string };
  fields: Values;
  internalNotes: string;
  framework: FrameworkTerms;
  reviewState: ReviewState;
  submission: Submission | null;
  edition: { number: number; effectiveOn: Day } | null;
  editedAt: Date;
  editedByName: string | null;
};

export type DeskActions = {
  save: Action<Saved>;
  submit: Action<null>;
  withdraw: Action<null>;
};

/** Everything one does with a record: what was asked, where it stands, what is missing, the form, sending it. */
export function RecordDesk({
  record,
  issues,
  sections,
  personId,
  mayEdit,
  mayBeLead,
  timeZone,
  path,
  publicPath,
  actions,
}: {
  record: DeskRecord;
  issues: Issue[];
  sections: FormSection[];
  personId: string;
  mayEdit: boolean;
  /** Whether submitting and withdrawing are this person's. */
  mayBeLead: boolean;
  timeZone: string;
  path: string;
  publicPath: string;
  actions: DeskActions;
}) {
  const fields = { ...record.fields, internalNotes: record.internalNotes };
  const standing = (
    <Standing
      reviewState={record.reviewState}
      submission={record.submission}
      edition={record.edition}
      editedAt={record.editedAt}
      editedByName={record.editedByName}
      publicPath={publicPath}
      timeZone={timeZone}
    />
  );
  const question = record.reviewState === "clarification_asked" && record.submission && (
    <div className="pb-6">
      <Question submission={record.submission} timeZone={timeZone} />
    </div>
  );
  if (!mayEdit) {
    return (
      <>
        {question}
        {standing}
        <Sheet record={record} fields={fields} sections={sections} />
      </>
    );
  }
  return (
    <DraftProvider
      // Another record is another form, whichever way one came to it.
      key={record.id}
      recordId={record.id}
      personId={personId}
      fields={fields}
      saveAction={actions.save}
    >
      {question}
      <div className="flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,70ch)_minmax(16rem,1fr)] lg:gap-12">
        <aside className="flex flex-col gap-6 self-start lg:sticky lg:top-4 lg:order-last lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:p-1">
          {standing}
          <MissingList issues={issues} />
          <SubmitPanel
            recordId={record.id}
            submissionId={record.submission?.id ?? null}
            cityName={record.city.name}
            reviewState={record.reviewState}
            isReady={isReady(issues)}
            isLead={mayBeLead}
            submitAction={actions.submit}
            withdrawAction={actions.withdraw}
          />
        </aside>
        <RecordForm
          sections={sections}
          framework={record.framework}
          timeZone={timeZone}
          path={path}
        />
      </div>
    </DraftProvider>
  );
}

/** The record for somebody who may read its draft and not change it. */
function Sheet({
  record,
  fields,
  sections,
}: {
  record: DeskRecord;
  fields: Values;
  sections: FormSection[];
}) {
  const t = useTranslations("office.record");
  const words = useTranslations("fields");
  const locale = useLocale();
  return (
    <>
      <p className="py-4">{t("readOnly", { city: record.city.name })}</p>
      {sections.map((section) => (
        <section
          key={section.name}
          className="flex max-w-text flex-col gap-4 border-line border-t py-6"
        >
          <h2 className="font-bold text-h2">{t(`sections.${section.name}` as never)}</h2>
          {section.specs.map((spec) => (
            <div key={spec.name} id={`field-${spec.name}`}>
              <h3 className="font-semibold">{words(spec.name as never)}</h3>
              <FieldValue
                spec={spec}
                value={fields[spec.name]}
                shown={{ locale, framework: record.framework }}
              />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
