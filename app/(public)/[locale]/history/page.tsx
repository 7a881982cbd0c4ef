import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { PageHeader } from "@/components/ui/page-header";
import { PlainTable } from "@/components/ui/plain-table";
import { addressOf } from "@/lib/domain/site/page-context";
import { listChainEnds } from "@/lib/queries/public/history";

export const dynamic = "force-static";
/** In seconds, because chains grow with every change in the office. */
export const revalidate = 600;
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("chain");
  return { path: "/history", title: t("title"), description: t("description") };
});

/** Shows how the history is protected, with a link to the check of each chain. */
export default publicPage(async ({ context }) => {
  const t = await getTranslations("chain");
  const ends = await listChainEnds();
  return (
    <Frame context={context} path="/history" days={null}>
      <PageHeader title={t("title")}>
        <p className="max-w-text">{t("what")}</p>
        <p className="max-w-text">
          {t.rich("keep", { link: (words) => <a href="/api/v1/audit/heads">{words}</a> })}
        </p>
        <p className="max-w-text">{t("limits")}</p>
      </PageHeader>
      <PlainTable
        label={t("chains")}
        columns={[
          { header: t("chain") },
          { header: t("entries"), align: "end" },
          { header: t("hash"), isWide: true },
        ]}
        rows={ends.map((end) => ({
          key: end.slug,
          cells: [
            <a key="name" href={addressOf(context, `/history/${end.slug}`)}>
              {end.name ?? t("network")}
            </a>,
            end.entries,
            <code key="hash" className="break-all">
              {end.hash}
            </code>,
          ],
        }))}
      />
    </Frame>
  );
});
