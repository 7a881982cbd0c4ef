import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportSheetForm } from "@/components/sheet/import-sheet-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/people/policy";
import { findImportPlan } from "@/lib/queries/sheet/imports";
import { requireSignedIn } from "@/lib/web/page";

export default async function ImportPage({ params }: PageProps<"/office/plans/[planId]/import">) {
  const { planId } = await params;
  const reader = await requireSignedIn(`/office/plans/${planId}/import`);
  const plan = await findImportPlan(reader, planId);
  if (!plan || !can(reader, "plan.import", plan)) notFound();
  const t = await getTranslations("sheets.import");
  const office = await getTranslations("office");
  return (
    <>
      <title>{`${t("title")} · ${office("product")}`}</title>
      <PageHeader
        path={[{ href: `/office/plans/${planId}`, label: t("for", { city: plan.city.name }) }]}
        title={t("title")}
      >
        <p className="max-w-text">{t("body")}</p>
      </PageHeader>
      <ImportSheetForm planId={planId} />
    </>
  );
}
