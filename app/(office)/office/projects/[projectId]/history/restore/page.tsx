import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordRestore } from "@/app/(office)/office/record-restore";
import { findRecord } from "@/lib/queries/record/records";
import { requireSignedIn } from "@/lib/web/page";

export default async function ProjectRestorePage({
  params,
  searchParams,
}: PageProps<"/office/projects/[projectId]/history/restore">) {
  const { projectId } = await params;
  const path = `/office/projects/${projectId}`;
  const reader = await requireSignedIn(`${path}/history`);
  const record = await findRecord(reader, "project", projectId);
  if (!record) notFound();
  const t = await getTranslations("office");
  return (
    <RecordRestore
      reader={reader}
      kind="project"
      record={record}
      title={record.fields.title || t("record.untitled")}
      recordPath={path}
      searchParams={searchParams}
    />
  );
}
