import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RecordDiff } from "@/components/record/diff";
import { formatPartialDate } from "@/components/record/partial-date";
import { Chain } from "@/components/review/chain";
import { Comments } from "@/components/review/comments";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { toDay } from "@/lib/domain/day";
import { defaultLocale } from "@/lib/domain/locale";
import { isOpen, waitingDays } from "@/lib/domain/submission";
import { timeZoneFor } from "@/lib/domain/time-zone";
import { findSubmission } from "@/lib/queries/submissions";
import { requireSignedIn } from "@/lib/web/page";
import { Steps } from "./steps";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("submission") };
}

export default async function SubmissionPage({
  params,
}: PageProps<"/office/submissions/[submissionId]">) {
  const { submissionId } = await params;
  const reader = await requireSignedIn(`/office/submissions/${submissionId}`);
  const submission = (await findSubmission(reader, submissionId)) ?? notFound();
  const [t, locale] = await Promise.all([getTranslations("review"), getLocale()]);
  const { city, before, edition } = submission;
  const timeZone = timeZoneFor(reader, city.timeZone);
  const publicAddress =
    submission.kind === "project"
      ? `/${defaultLocale}/cities/${city.slug}/projects/${submission.slug}`
      : `/${defaultLocale}/cities/${city.slug}`;
  return (
    <div className="flex flex-col gap-8 pb-16">
      <PageHeader
        path={[{ href: "/office/submissions", label: t("submissions") }]}
        title={titleOf(submission.fields) ?? t("planProfile", { period: submission.period ?? "" })}
      >
        <p>{t("of", { city: city.name, country: city.country.name })}</p>
        <p>
          {t(before === null ? "firstPublication" : "update")}
          {isOpen(submission) &&
            ` · ${t("waits", { days: waitingDays(submission.submittedAt, new Date()) })}`}
        </p>
        <p className="flex flex-wrap gap-x-6 print:hidden [&>a]:py-2.5">
          {before !== null && !edition && <a href={publicAddress}>{t("publicPage")}</a>}
          <a href="#steps">{t("steps.jump")}</a>
        </p>
      </PageHeader>
      {edition && (
        <Notice role="status" tone="good" title={t("publishedAs", { number: edition.number })}>
          <a href={publicAddress}>{t("publicPage")}</a>
        </Notice>
      )}
      <section className="flex flex-col gap-4">
        <h2 className="font-bold text-h2">{t("chain.title")}</h2>
        <Chain submission={submission} timeZone={timeZone} locale={locale} />
      </section>
      {submission.comments.length > 0 && (
        <section className="flex flex-col gap-4">
          <h2 className="font-bold text-h2">{t("comments.title")}</h2>
          <Comments comments={submission.comments} timeZone={timeZone} locale={locale} />
        </section>
      )}
      <section className="flex flex-col gap-2">
        <h2 className="font-bold text-h2">{t("diff.title")}</h2>
        <p className="max-w-text">
          {before === null
            ? t("diff.allNew")
            : t("diff.against", {
                number: before.number,
                day: formatPartialDate(toDay(before.effectiveOn), locale),
              })}
        </p>
        <RecordDiff
          kind={submission.kind}
          before={before?.fields ?? null}
          after={submission.fields}
          shown={{ locale, framework: submission.framework }}
        />
      </section>
      <Steps submission={submission} reader={reader} timeZone={timeZone} locale={locale} />
    </div>
  );
}

/** A project is called by the title it was submitted with; a plan has its period for a name. */
function titleOf(fields: object) {
  return "title" in fields ? String(fields.title) : null;
}
