import { getLocale, getTranslations } from "next-intl/server";
import { namedIn } from "@/app/(office)/office/named-in";
import { RecordDiff } from "@/components/record/diff/diff";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { SignedIn } from "@/lib/domain/people/actor";
import type { Check } from "@/lib/domain/review/checks";
import type { findSubmission } from "@/lib/queries/review/submissions";
import { DiffBase } from "./diff-base";
import { FieldReview } from "./field-review";

type Found = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/**
 * Shows the differences between a submission and what is published, or what was submitted before the last question,
 * each field with its threads and evidence.
 */
export async function SubmissionDiff({
  submission,
  reader,
  checks,
  wantsQuestion,
  timeZone,
}: {
  submission: Found;
  reader: SignedIn;
  checks: Check[];
  /** True when the query asks for the differences since the last question. */
  wantsQuestion: boolean;
  timeZone: string;
}) {
  const { before, beforeQuestion } = submission;
  const isSinceQuestion = wantsQuestion && beforeQuestion !== null;
  const base = isSinceQuestion ? beforeQuestion : (before?.fields ?? null);
  const [t, difference, threads, locale, { names, files }] = await Promise.all([
    getTranslations("review"),
    getTranslations("diff"),
    getTranslations("threads"),
    getLocale(),
    namedIn(reader, submission.recordId, [submission.fields, ...(base ? [base] : [])]),
  ]);
  const shown = {
    locale,
    framework: submission.framework,
    files,
    names,
    ...(isSinceQuestion && {
      sides: { before: threads("beforeQuestion"), after: difference("after") },
    }),
  };
  const openThreads = submission.threads.filter((thread) => thread.resolvedAt === null);
  const comparedWith = () => {
    if (isSinceQuestion) return threads("against");
    if (before === null) return t("diff.allNew");
    const day = formatPartialDate(before.effectiveOn, locale);
    const isConfirmation = submission.change === "confirmation";
    return t(isConfirmation ? "diff.confirmed" : "diff.against", { number: before.number, day });
  };
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-bold text-h2">{t("diff.title")}</h2>
      {beforeQuestion && (
        <DiffBase
          address={`/office/submissions/${submission.id}`}
          isSinceQuestion={isSinceQuestion}
        />
      )}
      <p className="max-w-text">{comparedWith()}</p>
      <RecordDiff
        kind={submission.kind}
        before={base}
        after={submission.fields}
        shown={shown}
        beside={{
          fields: new Set([
            ...openThreads.map((thread) => thread.field),
            // A field with a stale translation did not change itself.
            ...checks.flatMap(({ check, field }) => (check === "english_changed" ? field : [])),
          ]),
          of: (spec) => (
            <FieldReview
              spec={spec}
              submission={submission}
              reader={reader}
              shown={shown}
              timeZone={timeZone}
            />
          ),
        }}
      />
    </section>
  );
}
