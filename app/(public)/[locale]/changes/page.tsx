import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { ChangeList } from "@/components/public/lists/change-list";
import { SinceForm } from "@/components/public/lists/since-form";
import { Follow } from "@/components/public/network/follow";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { addressOf } from "@/lib/domain/site/page-context";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { listChanges } from "@/lib/queries/public/changes";
import { sinceOf } from "@/lib/site/since";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const limit = 30;

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("public.changes");
  return {
    path: "/changes",
    feed: "",
    title: t("title"),
    description: t("description"),
  };
});

/** Shows what was published, newest first, with pages. */
export default publicPage(async ({ context, firstDay, query }) => {
  const t = await getTranslations("public.changes");
  const { asOf } = context;
  const { cursor = null } = query;
  const since = sinceOf(query);
  const asked = since === undefined ? null : await listChanges({ asOf, since, cursor, limit });
  const page = asked ?? (await listChanges({ asOf, limit }));
  const messages = await getTranslations("promises.since");
  const days = await listNetworkDays();
  return (
    <Frame context={context} path="/changes" query={query} firstDay={firstDay} days={days}>
      <PageHeader title={t("title")}>
        <p className="max-w-text text-lead">{t("lead")}</p>
      </PageHeader>
      <SinceForm context={context} path="/changes" since={since ?? null} days={days} />
      {since && asked && (
        <p className="pt-4">
          {messages("network", { day: formatPartialDate(since, context.locale) })}
        </p>
      )}
      {asked === null && (
        <Notice tone="warning">
          <AnswerStatus status={400} />
          <p>{t("unknown")}</p>
        </Notice>
      )}
      {page?.changes.length === 0 && <p>{t("none")}</p>}
      <ChangeList context={context} changes={page?.changes ?? []} />
      <p className="flex gap-6 pt-4 print:hidden">
        {cursor !== null && <a href={addressOf(context, "/changes", { since })}>{t("latest")}</a>}
        {page?.nextCursor && (
          <a href={addressOf(context, "/changes", { since, cursor: page.nextCursor })}>
            {t("more")}
          </a>
        )}
      </p>
      <Follow />
    </Frame>
  );
});
