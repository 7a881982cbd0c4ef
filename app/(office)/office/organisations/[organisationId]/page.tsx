import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  ChangeOrganisationForm,
  MergeForm,
} from "@/app/(office)/office/organisations/organisation-forms";
import { EntryList } from "@/components/record/history/timeline";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/domain/language/locale";
import { writeNames } from "@/lib/domain/organisation/form";
import { findOwnTimeZone } from "@/lib/queries/notification/notices";
import { listOrganisationHistory } from "@/lib/queries/organisation/history";
import {
  findOrganisationToChange,
  listOfferedNames,
} from "@/lib/queries/organisation/organisations";
import { requireSignedIn } from "@/lib/web/page";

const listId = "organisations";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisations");
  return { title: t("organisation") };
}

export default async function OrganisationPage({
  params,
}: PageProps<"/office/organisations/[organisationId]">) {
  const { organisationId } = await params;
  const reader = await requireSignedIn(`/office/organisations/${organisationId}`);
  const organisation = (await findOrganisationToChange(reader, organisationId)) ?? notFound();
  const { id, slug, mergedInto, changedAt, countryCode, otherNames, ...facts } = organisation;
  const [choices, history, timeZone, t] = await Promise.all([
    listOfferedNames(reader),
    listOrganisationHistory(reader, slug),
    findOwnTimeZone(reader),
    getTranslations("organisations"),
  ]);
  return (
    <div className="flex flex-col gap-8 pb-16">
      <PageHeader path={[{ href: "/office/organisations", label: t("title") }]} title={facts.name}>
        <p>
          <a
            href={`/${defaultLocale}/partners/${slug}`}
            className="inline-flex min-h-11 items-center"
          >
            {t("publicPage")}
          </a>
        </p>
      </PageHeader>
      {mergedInto ? (
        <Notice tone="warning">
          <p>
            {t.rich("mergedInto", {
              name: mergedInto.name,
              org: (words) => <a href={`/office/organisations/${mergedInto.id}`}>{words}</a>,
            })}
          </p>
        </Notice>
      ) : (
        <>
          <datalist id={listId}>
            {choices
              .filter((name) => name !== facts.name)
              .map((name) => (
                <option key={name} value={name} />
              ))}
          </datalist>
          <ChangeOrganisationForm
            organisation={{
              id,
              ...facts,
              countryCode: countryCode ?? "",
              otherNames: writeNames(otherNames),
              changedAt: changedAt.toISOString(),
            }}
          />
          <section className="flex flex-col gap-3">
            <h2 className="font-bold text-h2">{t("merge.title")}</h2>
            <p className="max-w-text">{t("merge.hint")}</p>
            <MergeForm organisationId={id} listId={listId} />
          </section>
        </>
      )}
      <section className="flex flex-col gap-3">
        <h2 className="font-bold text-h2">{t("history")}</h2>
        {history.length === 0 && <p>{t("noHistory")}</p>}
        <EntryList entries={history} timeZone={timeZone} />
      </section>
    </div>
  );
}
