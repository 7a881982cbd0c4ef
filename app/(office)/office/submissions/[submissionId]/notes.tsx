import { useTranslations } from "next-intl";
import { Comments } from "@/components/review/comments";
import { StepForm } from "@/components/review/step-form";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import type { findSubmission } from "@/lib/queries/review/submissions";
import { writeNoteAction } from "./actions";

type Found = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** Shows the secretariat's notes on a submission; nothing for anybody else. */
export function Notes({
  submission,
  reader,
  timeZone,
  locale,
}: {
  submission: Found;
  reader: SignedIn;
  timeZone: string;
  locale: string;
}) {
  const t = useTranslations("threads.notes");
  if (!can(reader, "note.write", submission)) return null;
  return (
    // Notes are not printed, because prints are handed on.
    <section className="flex flex-col gap-4 border-line-strong border-l-4 pl-4 print:hidden">
      <div>
        <h2 className="font-bold text-h2">{t("title")}</h2>
        <p className="max-w-text text-muted">{t("hint")}</p>
      </div>
      {submission.notes.length > 0 && (
        <Comments comments={submission.notes} timeZone={timeZone} locale={locale} />
      )}
      <div className="max-w-text">
        <StepForm
          action={writeNoteAction}
          given={{ submissionId: submission.id }}
          button={t("add")}
          look="secondary"
          fields={[{ kind: "text", name: "text", label: t("text") }]}
        />
      </div>
    </section>
  );
}
