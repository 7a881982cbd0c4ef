import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { hasMessage } from "@/lib/domain/language/messages";
import { secretariatTimeZone } from "@/lib/domain/people/time-zone";
import type { listFailingJobs } from "@/lib/queries/notification/jobs";
import { RetryJobForm } from "./retry-job-form";

type Job = NonNullable<Awaited<ReturnType<typeof listFailingJobs>>>[number];

/** Shows failing jobs. Failed mails have a list of their own. */
export function FailingJobs({ jobs }: { jobs: Job[] }) {
  const t = useTranslations("jobs");
  const tasks = useTranslations("jobs.task");
  // A task of another version has no name here.
  const nameOf = (task: string) => tasks(hasMessage(tasks, task) ? task : "other");
  const locale = useLocale();
  return (
    <section aria-labelledby="jobs" className="flex flex-col gap-2">
      <h2 id="jobs" className="font-bold text-h2">
        {t("title")}
      </h2>
      <p className="max-w-text">{t("intro")}</p>
      <ul className="flex flex-col">
        {jobs.map(({ id, task, attempts, isGivenUp, since, nextAt, code }) => (
          <li
            key={id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-b py-3"
          >
            <div className="min-w-0 max-w-text">
              <p className="font-semibold">{nameOf(task)}</p>
              <p className="text-muted text-small">
                {t("number", { id })}{" "}
                <Moment at={since} timeZone={secretariatTimeZone} locale={locale} />
              </p>
              <p className="font-semibold text-warning">
                {t("attempts", { count: attempts })},{" "}
                {isGivenUp ? (
                  t("givenUp")
                ) : (
                  <>
                    {t("next")}{" "}
                    <Moment at={nextAt} timeZone={secretariatTimeZone} locale={locale} />
                  </>
                )}
              </p>
              <p className="text-muted text-small">{code ? t("code", { code }) : t("noCode")}</p>
            </div>
            <RetryJobForm jobId={id} task={nameOf(task)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
