import { getTranslations } from "next-intl/server";
import { PlanList } from "@/components/table/plan-list";
import { PageHeader } from "@/components/ui/page-header";
import { listPlans } from "@/lib/queries/record/plans";
import { requireSignedIn } from "@/lib/web/page";

export default async function PlansPage() {
  const reader = await requireSignedIn("/office/plans");
  const plans = await listPlans(reader);
  const t = await getTranslations("office");
  return (
    <>
      <title>{`${t("plans.title")} · ${t("product")}`}</title>
      <PageHeader title={t("plans.title")} />
      <PlanList plans={plans} />
    </>
  );
}
