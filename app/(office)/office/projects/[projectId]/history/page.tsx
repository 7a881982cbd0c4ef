import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordHistory } from "@/app/(office)/office/record-history";
import { findRecord } from "@/lib/queries/record/records";
import { requireSignedIn } from "@/lib/web/page";

export default async function ProjectHistoryPage({
  params,
  searchParams,
}: PageProps<"/office/projects/[projectId]/history">) {
  const { projectId } = await params;
  const path = `/office/projects/${projectId}`;
  const reader = await requireSignedIn(`${path}/history`);
  const record = await findRecord(reader, "project", projectId);
  if (!record) notFound();
  const t = await getTranslations("office");
  return (
    <RecordHistory
      reader={reader}
      kind="project"
      record={record}
      title={record.fields.title || t("record.untitled")}
      recordPath={path}
      searchParams={searchParams}
    />
  );
}
