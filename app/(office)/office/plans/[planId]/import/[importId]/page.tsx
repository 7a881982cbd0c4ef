import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportPreview } from "@/components/sheet/import-preview";
import { MapSheetForm } from "@/components/sheet/map-sheet-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import {
  findImportPlan,
  findImportPreview,
  findSheetImport,
  parseImportAddress,
} from "@/lib/queries/sheet/imports";
import { findSheetMapping } from "@/lib/queries/sheet/mappings";
import { requireSignedIn } from "@/lib/web/page";

export default async function ImportedPage({
  params,
  searchParams,
}: PageProps<"/office/plans/[planId]/import/[importId]">) {
  const { planId, importId } = await params;
  const path = `/office/plans/${planId}/import`;
  const reader = await requireSignedIn(`${path}/${importId}`);
  const plan = await findImportPlan(reader, planId);
  const sheet = await findSheetImport(reader, planId, importId);
  if (!plan || !sheet) notFound();
  const isMapping = (await searchParams)["step"] === "columns" || !sheet.isMapped;
  const mapping = isMapping ? await findSheetMapping(reader, planId, importId) : null;
  const preview = mapping
    ? null
    : await findImportPreview(reader, importId, parseImportAddress({}));
  const t = await getTranslations("sheets");
  const office = await getTranslations("office");
  const title = sheet.isApplied
    ? t("preview.appliedTitle")
    : t(mapping ? "import.title" : "preview.title");
  return (
    <>
      <title>{`${title} · ${office("product")}`}</title>
      <PageHeader
        path={[
          { href: `/office/plans/${planId}`, label: t("import.for", { city: plan.city.name }) },
          { href: path, label: t("import.title") },
        ]}
        title={title}
      >
        <p className="break-words">{t("import.from", { file: sheet.fileName })}</p>
      </PageHeader>
      <div className="flex flex-col gap-6 pb-8">
        {preview && !sheet.isOurs && (
          <>
            <p>{t("preview.noDeletion")}</p>
            <p>
              <a href="?step=columns" className="inline-block py-2.5">
                {t("mapping.change")}
              </a>
            </p>
          </>
        )}
        {sheet.hiddenSheets.length > 0 && (
          <p>{t("preview.hiddenSheets", { names: sheet.hiddenSheets.join(", ") })}</p>
        )}
        {sheet.encodings
          .filter((encoding) => encoding !== "UTF-8")
          .map((encoding) => (
            <Notice key={encoding}>{t("preview.encoding", { encoding })}</Notice>
          ))}
        {preview && preview.missing.length > 0 && (
          <Notice title={t("preview.missing.title", { count: preview.missing.length })}>
            {t("preview.missing.body", { titles: preview.missing.join(" · ") })}
          </Notice>
        )}
        {sheet.isApplied ? (
          <Notice tone="good" role="status" title={t("import.applied")}>
            <p className="flex flex-wrap gap-x-6">
              <a href={`/office/plans/${planId}`} className="py-2.5">
                {t("import.toPlan")}
              </a>
              <a href={path} className="py-2.5">
                {t("import.again")}
              </a>
            </p>
          </Notice>
        ) : preview ? (
          <ImportPreview importId={importId} first={preview} columns={sheet.columnNames} />
        ) : (
          mapping && <MapSheetForm importId={importId} {...mapping} />
        )}
      </div>
    </>
  );
}
