import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { EditionTable } from "@/components/public/edition/table";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { ChangedFields } from "@/components/public/lists/changed-fields";
import { SinceForm } from "@/components/public/lists/since-form";
import { Section } from "@/components/public/shared/section";
import { WithheldNotice } from "@/components/public/shared/withheld-notice";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import { findProjectLog, type RecordStates } from "@/lib/queries/public/since";
import { namesInDifference } from "@/lib/site/names-in-difference";
import { daysOf, isBeforeDay, sinceOf } from "@/lib/site/since";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

type Own = { city: string; project: string };

const getLog = cache(findProjectLog);

export const generateMetadata = pageMetadata<Own>(async ({ city, project: slug }) => {
  const log = await getLog(city, slug, { since: null, asOf: null });
  if (!log) return null;
  const t = await getTranslations("promises.since");
  const name = log.title || log.cityName;
  return {
    path: `/cities/${city}/projects/${slug}/changes`,
    title: t("log", { name }),
    description: t("description", { name }),
  };
});

/** Shows the editions of a project with the changes of each, or its differences between two days. */
export default publicPage<Own>(async ({ context, firstDay, query, city, project: slug }) => {
  const since = sinceOf(query);
  const log = await getLog(city, slug, { since: since ?? null, asOf: context.asOf });
  if (!log) return null;
  const t = await getTranslations();
  const record = `/cities/${city}/projects/${slug}`;
  const path = `${record}/changes`;
  const steps = [{ href: addressOf(context, `/cities/${city}`), label: log.cityName }];
  if (log.withheld) {
    return (
      <Frame context={context} path={path} firstDay={firstDay} days={null}>
        <PageHeader path={steps} title={t("public.withheld.project", { city: log.cityName })} />
        <WithheldNotice withheld={log.withheld} locale={context.locale} />
      </Frame>
    );
  }
  const isAskedWrong = since === undefined || !isBeforeDay(since, context.asOf);
  const name = log.title || log.cityName;
  const days = daysOf(log.editions, context.asOf);
  // Without a day, the page reads the newest edition, and says its day.
  const laterDay = context.asOf ?? days[0] ?? "";
  return (
    <Frame context={context} path={path} query={query} firstDay={firstDay} days={days}>
      <PageHeader
        path={[...steps, { href: addressOf(context, record), label: name }]}
        title={
          since && !isAskedWrong
            ? t("promises.since.title", {
                name,
                from: formatPartialDate(since, context.locale),
                to: formatPartialDate(laterDay, context.locale),
              })
            : t("promises.since.log", { name })
        }
      />
      <SinceForm context={context} path={path} since={since ?? null} days={days} />
      {isAskedWrong && (
        <p className="pt-4 font-semibold">
          <AnswerStatus status={400} />
          {t(since === undefined ? "public.asOf.noSuchDay.title" : "promises.since.notLater")}
        </p>
      )}
      {log.sides && since && !isAskedWrong && (
        <Difference context={context} since={since} laterDay={laterDay} sides={log.sides} />
      )}
      <Section title={t("public.project.history")} id="editions">
        <EditionTable context={context} path={record} editions={log.editions} />
      </Section>
    </Frame>
  );
});

async function Difference({
  context,
  since,
  laterDay,
  sides: { before, after, files },
}: {
  context: PageContext;
  since: string;
  laterDay: string;
  sides: RecordStates;
}) {
  const t = await getTranslations("promises.since");
  const messages = await getTranslations("public.project");
  const { locale } = context;
  const day = formatPartialDate(since, locale);
  if (!before) return <p className="pt-6">{t("notYet", { day })}</p>;
  if (before.kind !== "project" || after?.kind !== "project") return null;
  const names = await namesInDifference(context, [before, after]);
  const later = t("left", { day: formatPartialDate(laterDay, locale) });
  return (
    <Section title={messages("changed")}>
      <p className="max-w-text text-muted text-small">{t("legend")}</p>
      <ChangedFields
        kind="project"
        before={before.fields}
        after={after.fields}
        shown={{ ...names, files, sides: { before: t("left", { day }), after: later } }}
        nothing={<p className="pt-4">{t("nothing")}</p>}
      />
    </Section>
  );
}
