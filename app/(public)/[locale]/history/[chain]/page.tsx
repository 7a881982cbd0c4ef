import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf } from "@/lib/domain/site/page-context";
import { findHistoryCheck } from "@/lib/queries/public/history";

export const dynamic = "force-static";
/** The seconds for which the page is cached, because checking a chain reads all of it. */
export const revalidate = 600;
export const generateStaticParams = () => [];

const getCheck = cache(findHistoryCheck);

export const generateMetadata = pageMetadata<{ chain: string }>(async ({ chain }) => {
  const check = await getCheck(chain);
  if (!check) return null;
  const t = await getTranslations("chain");
  const title = t("titleOf", { name: check.name ?? t("network") });
  return { path: `/history/${chain}`, title, description: t("description") };
});

/** Shows the check of one chain: whether it is intact, or where the first fault is. */
export default publicPage<{ chain: string }>(async ({ context, chain }) => {
  const check = await getCheck(chain);
  if (!check) return null;
  const t = await getTranslations("chain");
  return (
    <Frame context={context} path={`/history/${chain}`} days={null}>
      <PageHeader
        path={[{ href: addressOf(context, "/history"), label: t("title") }]}
        title={t("titleOf", { name: check.name ?? t("network") })}
      >
        <p className="max-w-text text-lead">
          {check.broken
            ? `✗ ${t("broken", { place: check.broken.place })} ${t(`fault.${check.broken.fault}`)}`
            : `✓ ${t("whole", { entries: check.entries, editions: check.editions })}`}
        </p>
        <p className="text-muted">
          {t("checked")} <Moment at={new Date()} timeZone="UTC" locale={context.locale} />
        </p>
      </PageHeader>
      <dl className="flex max-w-text flex-col gap-1">
        <dt className="text-muted">{t(check.broken ? "hashBefore" : "hash")}</dt>
        <dd>
          <code className="break-all">{check.hash}</code>
        </dd>
      </dl>
    </Frame>
  );
});
