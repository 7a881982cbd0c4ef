import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { NeedCounts } from "@/components/public/lists/need-counts";
import { NeedFilterForm } from "@/components/public/lists/need-filter-form";
import { NeedList } from "@/components/public/lists/need-list";
import { NextPage } from "@/components/public/shared/next-page";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf } from "@/lib/domain/site/page-context";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { readNeedList } from "@/lib/site/need-list";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("support");
  return { path: "/support-needed", title: t("title"), description: t("description") };
});

/** Shows the support that projects still need, for people who can offer some. */
export default publicPage(async ({ context, firstDay, query }) => {
  const t = await getTranslations();
  const { cursor, ...typed } = query;
  const { choices, found, unknown } = await readNeedList(context, query);
  return (
    <Frame
      context={context}
      path="/support-needed"
      query={query}
      firstDay={firstDay}
      days={await listNetworkDays()}
    >
      <PageHeader
        path={[{ href: addressOf(context, ""), label: t("public.frame.home") }]}
        title={t("support.title")}
      >
        <p className="max-w-text text-lead">{t("support.lead")}</p>
      </PageHeader>
      <NeedFilterForm context={context} typed={typed} {...choices} />
      {found ? (
        <>
          <NeedCounts context={context} typed={typed} counts={found.counts} />
          <NeedList
            context={context}
            projects={found.projects}
            kind={typed["kind"] ?? null}
            areas={choices.areas}
            countries={choices.countries}
          />
          <NextPage
            context={context}
            path="/support-needed"
            query={typed}
            isFirst={cursor === undefined}
            nextCursor={found.nextCursor}
          />
        </>
      ) : (
        <Notice tone="warning">
          <AnswerStatus status={400} />
          <p>{t("public.projects.unknown", { name: unknown })}</p>
        </Notice>
      )}
    </Frame>
  );
});
