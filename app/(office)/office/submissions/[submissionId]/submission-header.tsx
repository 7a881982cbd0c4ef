import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { isOpen, waitingDays } from "@/lib/domain/review/submission";
import { currentContext, recordAddress } from "@/lib/domain/site/page-context";
import type { findSubmission } from "@/lib/queries/review/submissions";

type Found = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** Shows the header of a submission's page, and below it the edition that the submission became. */
export async function SubmissionHeader({
  submission,
  reader,
}: {
  submission: Found;
  reader: SignedIn;
}) {
  const [t, threads, assessing] = await Promise.all([
    getTranslations("review"),
    getTranslations("threads"),
    getTranslations("assessing.record"),
  ]);
  const { city, before, edition, kind, slug } = submission;
  const publicAddress = recordAddress(currentContext, { kind, slug, citySlug: city.slug });
  const openThreads = submission.threads.filter((thread) => thread.resolvedAt === null);
  return (
    <>
      <PageHeader
        path={[{ href: "/office/submissions", label: t("submissions") }]}
        title={titleOf(submission.fields) ?? t("planProfile", { period: submission.period ?? "" })}
      >
        <p>{t("of", { city: city.name, country: city.country.name })}</p>
        <p>
          {t(`change.${submission.change}`)}
          {isOpen(submission) &&
            ` · ${t("waits", { days: waitingDays(submission.submittedAt, new Date()) })}`}
        </p>
        <p className="flex flex-wrap gap-x-6 print:hidden [&>a]:py-2.5">
          {before !== null && !edition && <a href={publicAddress}>{t("publicPage")}</a>}
          {before !== null && can(reader, "assessment.write", submission) && (
            <a href={`/office/published/${submission.recordId}/assessments`}>{assessing("link")}</a>
          )}
          <a href="#steps">{t("steps.jump")}</a>
          {openThreads[0] && (
            <a href={`#thread-${openThreads[0].id}`}>
              {threads("openQuestions", { count: openThreads.length })}
            </a>
          )}
        </p>
      </PageHeader>
      {edition && (
        <Notice role="status" tone="good" title={t("publishedAs", { number: edition.number })}>
          <p className="flex flex-wrap gap-x-6 [&>a]:py-2.5">
            <a href={publicAddress}>{t("publicPage")}</a>
            {can(reader, "edition.correct", submission) && (
              <a href={`/office/published/${submission.recordId}`}>{t("correctOrWithhold")}</a>
            )}
          </p>
        </Notice>
      )}
    </>
  );
}

/** Returns the submitted title of a project; null for a plan, which is named by its period. */
function titleOf(fields: object) {
  return "title" in fields ? String(fields.title) : null;
}
