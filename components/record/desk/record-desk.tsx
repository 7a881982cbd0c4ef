import { useLocale, useTranslations } from "next-intl";
import type { Action } from "@/components/forms/ask";
import { MissingList } from "@/components/record/desk/missing-list";
import { RecordForm } from "@/components/record/desk/record-form";
import {
  ClarificationQuestion,
  RecordStatus,
  type Submission,
} from "@/components/record/desk/record-status";
import { SectionList } from "@/components/record/desk/section-list";
import { SignalList } from "@/components/record/desk/signal-list";
import { SubmitPanel } from "@/components/record/desk/submit-panel";
import { FieldValue } from "@/components/record/diff/value";
import { DraftProvider } from "@/components/record/draft/provider";
import { landAround } from "@/components/record/fields/city-land";
import { useClaimNames } from "@/components/record/shared/claims";
import type { FormSection } from "@/components/record/shared/sections";
import { SurroundingsProvider } from "@/components/record/shared/surroundings";
import type { ComparedAges } from "@/lib/domain/progress/ages";
import type { Signal } from "@/lib/domain/progress/signals";
import { type Answers, noAnswers } from "@/lib/domain/record/answers";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import { localLanguagesOf } from "@/lib/domain/record/local-parts";
import type { Issue } from "@/lib/domain/record/readiness";
import type { Values } from "@/lib/domain/record/typing";
import type { ReviewState } from "@/lib/domain/review/review-state";
import type { Day } from "@/lib/domain/values/day";
import type { Names } from "@/lib/domain/values/names";
import type { Point } from "@/lib/domain/values/place";

export type DeskRecord = {
  id: string;
  city: { name: string; countryCode: string; officialLanguages: string[] } & Point;
  /** Names of the projects that the draft refers to, as this reader may see them. */
  names: Names;
  /** What may answer a target of the plan; nothing for a project. */
  answers?: Answers;
  fields: Values;
  internalNotes: string;
  framework: FrameworkTerms;
  reviewState: ReviewState;
  submission: Submission | null;
  edition: { number: number; effectiveOn: Day } | null;
  ages: ComparedAges | null;
  version: number;
  editedAt: Date;
  editedByName: string | null;
};

export type DeskActions = {
  submit: Action<null>;
  confirm: Action<null>;
  withdraw: Action<null>;
};

/** Shows the page of a record: open questions, its state, what is missing, the form, and the buttons to submit. */
export function RecordDesk({
  record,
  issues,
  signals,
  sections,
  personId,
  mayEdit,
  mayBeLead,
  timeZone,
  path,
  publicPath,
  discussion,
  actions,
}: {
  record: DeskRecord;
  issues: Issue[];
  signals: Signal[];
  sections: FormSection[];
  personId: string;
  mayEdit: boolean;
  /** True when this person may submit and withdraw. */
  mayBeLead: boolean;
  timeZone: string;
  path: string;
  publicPath: string;
  /** The discussion of the city's own people. */
  discussion: React.ReactNode;
  actions: DeskActions;
}) {
  const fields = { ...record.fields, internalNotes: record.internalNotes };
  const standing = (
    <RecordStatus
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
      <ClarificationQuestion submission={record.submission} timeZone={timeZone} />
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
      // The key gives each record a new form, also after client-side navigation.
      key={record.id}
      recordId={record.id}
      personId={personId}
      fields={fields}
      version={record.version}
      issues={issues}
    >
      {question}
      <div className="flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,70ch)_minmax(16rem,1fr)] lg:gap-12">
        <DeskAside
          record={record}
          sections={sections}
          signals={signals}
          mayBeLead={mayBeLead}
          actions={actions}
          standing={standing}
          discussion={discussion}
        />
        <DeskForm record={record} sections={sections} timeZone={timeZone} path={path} />
      </div>
    </DraftProvider>
  );
}

/** Shows the form of a record, within the facts about the record that its fields need. */
function DeskForm({
  record,
  sections,
  timeZone,
  path,
}: Pick<React.ComponentProps<typeof RecordDesk>, "record" | "sections" | "timeZone" | "path">) {
  return (
    <SurroundingsProvider
      value={{
        recordId: record.id,
        city: {
          name: record.city.name,
          countryCode: record.city.countryCode,
          latitude: record.city.latitude,
          longitude: record.city.longitude,
        },
        land: landAround(record.city),
        languages: localLanguagesOf(record.city),
        names: record.names,
        answers: record.answers ?? noAnswers,
      }}
    >
      <RecordForm
        sections={sections}
        since={record.ages?.since ?? {}}
        framework={record.framework}
        timeZone={timeZone}
        path={path}
      />
    </SurroundingsProvider>
  );
}

/** Shows what stands beside the form: its sections, its state, what is missing, and the buttons to submit. */
function DeskAside({
  record,
  sections,
  signals,
  mayBeLead,
  actions,
  standing,
  discussion,
}: Pick<
  React.ComponentProps<typeof RecordDesk>,
  "record" | "sections" | "signals" | "mayBeLead" | "actions" | "discussion"
> & { standing: React.ReactNode }) {
  const t = useTranslations("progress");
  return (
    <aside className="flex flex-col gap-6 self-start lg:sticky lg:top-4 lg:order-last lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:p-1">
      <div className="order-last lg:order-first">
        <SectionList sections={sections} />
      </div>
      {standing}
      <MissingList />
      <SignalList signals={signals} hint={t("signalsHint")} isLinked />
      <SubmitPanel
        recordId={record.id}
        submissionId={record.submission?.id ?? null}
        cityName={record.city.name}
        reviewState={record.reviewState}
        isLead={mayBeLead}
        confirmedOn={record.ages?.isUnchanged ? record.ages.confirmedOn : null}
        submitAction={actions.submit}
        confirmAction={actions.confirm}
        withdrawAction={actions.withdraw}
      />
      {discussion}
    </aside>
  );
}

/** Shows the record to somebody who may read its draft and not edit it. */
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
  const namesIn = useClaimNames();
  const locale = useLocale();
  return (
    <>
      <p className="py-4">{t("readOnly", { city: record.city.name })}</p>
      {sections.map((section) => (
        <section
          key={section.name}
          className="flex max-w-text flex-col gap-4 border-line border-t py-6"
        >
          <h2 className="font-bold text-h2">{t(`sections.${section.name}`)}</h2>
          {section.specs.map((spec) => (
            <div key={spec.name} id={`field-${spec.name}`}>
              <h3 className="font-semibold">{words(spec.name)}</h3>
              <FieldValue
                spec={spec}
                value={fields[spec.name]}
                shown={{
                  locale,
                  framework: record.framework,
                  names: { ...namesIn(fields), ...record.names },
                }}
              />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
