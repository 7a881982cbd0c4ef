import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { failureOf } from "@/lib/domain/notification/mail-failure";
import { secretariatTimeZone } from "@/lib/domain/people/time-zone";
import { sendsMail } from "@/lib/mail/mail";
import { listFailingJobs } from "@/lib/queries/notification/jobs";
import { listMails, mailsState } from "@/lib/queries/notification/mails";
import { requireSignedIn } from "@/lib/web/page";
import { FailingJobs } from "./failing-jobs";
import { RetryForm } from "./retry-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices.queue");
  return { title: t("title") };
}

export default async function MailPage({ searchParams }: PageProps<"/office/mail">) {
  const reader = await requireSignedIn("/office/mail");
  const { mails, after } =
    (await listMails(reader, mailsState.parse(await searchParams))) ?? notFound();
  const jobs = (await listFailingJobs(reader)) ?? [];
  const [t, locale] = await Promise.all([getTranslations("notices.queue"), getLocale()]);
  return (
    <div className="flex flex-col gap-6 pb-16">
      <PageHeader title={t("title")}>
        <p className="max-w-text">{t("intro")}</p>
      </PageHeader>
      {!sendsMail() && (
        <Notice tone="warning">
          <p className="max-w-text">{t("noServer")}</p>
        </Notice>
      )}
      {mails.length + jobs.length === 0 && <p className="text-lead">{t("empty")}</p>}
      <ul className="flex flex-col">
        {mails.map(({ id, subject, state, attempts, lastError, queuedAt, person, answer }) => (
          <li
            key={id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-b py-3"
          >
            <div className="min-w-0 max-w-text">
              <p className="font-semibold [overflow-wrap:anywhere]">{subject}</p>
              <p>
                {t("to")}:{" "}
                <a
                  href={
                    person
                      ? `/office/people/${person.id}`
                      : `/office/feedback/${answer?.feedbackId}`
                  }
                  className="inline-block py-2.5"
                >
                  {person?.name ?? t("visitor")}
                </a>
              </p>
              <p className="text-muted text-small">
                {t("queuedAt")}{" "}
                <Moment at={queuedAt} timeZone={secretariatTimeZone} locale={locale} />
              </p>
              <p className={state === "failed" ? "font-semibold text-warning" : ""}>
                {t(state === "failed" ? "failed" : "queued")}, {t("attempts", { count: attempts })}
              </p>
              {lastError && (
                <p>
                  {t(`failure.${failureOf(lastError)}`)}
                  <span className="block text-muted text-small">
                    {t("error", { code: lastError })}
                  </span>
                </p>
              )}
            </div>
            <RetryForm mailId={id} subject={subject} name={person?.name ?? t("visitor")} />
          </li>
        ))}
      </ul>
      {after && (
        <p>
          <a className="inline-flex min-h-11 items-center" href={`/office/mail?after=${after}`}>
            {t("more")}
          </a>
        </p>
      )}
      {jobs.length > 0 && <FailingJobs jobs={jobs} />}
    </div>
  );
}
