import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { PartnerTable } from "@/components/public/lists/partner-table";
import { NextPage } from "@/components/public/shared/next-page";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf } from "@/lib/domain/site/page-context";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { listPartners } from "@/lib/queries/public/partners";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("partners");
  return { path: "/partners", title: t("title"), description: t("description") };
});

/** Shows the partners of listed projects, with pages. */
export default publicPage(async ({ context, firstDay, query }) => {
  const t = await getTranslations();
  const { cursor = null } = query;
  const page = await listPartners({ asOf: context.asOf, cursor, limit: 100 });
  return (
    <Frame context={context} path="/partners" firstDay={firstDay} days={await listNetworkDays()}>
      <PageHeader
        path={[{ href: addressOf(context, ""), label: t("public.frame.home") }]}
        title={t("partners.title")}
      >
        <p className="max-w-text text-lead">{t("partners.lead")}</p>
        <p className="max-w-text text-muted text-small">{t("partners.names")}</p>
      </PageHeader>
      {page === null ? (
        <Notice tone="warning">
          <AnswerStatus status={400} />
          <p>{t("public.projects.unknown", { name: "cursor" })}</p>
        </Notice>
      ) : page.partners.length === 0 ? (
        <p>{t("partners.none")}</p>
      ) : (
        <PartnerTable context={context} partners={page.partners} />
      )}
      <NextPage
        context={context}
        path="/partners"
        isFirst={cursor === null}
        nextCursor={page?.nextCursor ?? null}
      />
    </Frame>
  );
});
