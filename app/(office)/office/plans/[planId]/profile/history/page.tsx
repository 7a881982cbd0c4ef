import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordHistory } from "@/app/(office)/office/record-history";
import { findRecord } from "@/lib/queries/record/records";
import { requireSignedIn } from "@/lib/web/page";

export default async function PlanHistoryPage({
  params,
  searchParams,
}: PageProps<"/office/plans/[planId]/profile/history">) {
  const { planId } = await params;
  const path = `/office/plans/${planId}/profile`;
  const reader = await requireSignedIn(`${path}/history`);
  const record = await findRecord(reader, "plan", planId);
  if (!record) notFound();
  const t = await getTranslations("office");
  return (
    <RecordHistory
      reader={reader}
      kind="plan"
      record={record}
      title={t("profile.title", { city: record.city.name })}
      recordPath={path}
      searchParams={searchParams}
    />
  );
}
