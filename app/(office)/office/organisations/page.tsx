import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { PlainTable } from "@/components/ui/plain-table";
import { anyCountryNameIn } from "@/lib/domain/language/country-name";
import { can } from "@/lib/domain/people/policy";
import {
  listOfferedNames,
  listOrganisations,
  organisationState,
} from "@/lib/queries/organisation/organisations";
import { listOfferedPartnerNames } from "@/lib/queries/organisation/partner-names";
import { requireSignedIn } from "@/lib/web/page";
import { OfferedNames } from "./offered-names";

const listId = "organisations";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisations");
  return { title: t("title") };
}

export default async function OrganisationsPage({
  searchParams,
}: PageProps<"/office/organisations">) {
  const reader = await requireSignedIn("/office/organisations");
  if (!can(reader, "organisation.manage", {})) notFound();
  const asked = organisationState.parse(await searchParams);
  const [names, { organisations, after }, choices, t, kinds, locale] = await Promise.all([
    listOfferedPartnerNames(reader),
    listOrganisations(reader, asked),
    listOfferedNames(reader),
    getTranslations("organisations"),
    getTranslations("choices.partnerKind"),
    getLocale(),
  ]);
  return (
    <div className="flex flex-col gap-8 pb-16">
      <PageHeader title={t("title")}>
        <p className="max-w-text">{t("intro")}</p>
      </PageHeader>
      <datalist id={listId}>
        {choices.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <section className="flex flex-col gap-3">
        <h2 className="font-bold text-h2">{t("unmatched", { count: names.offered.length })}</h2>
        <p className="max-w-text">
          {t(names.offered.length > 0 ? "unmatchedHint" : "noneUnmatched")}
        </p>
        <OfferedNames names={names.offered} listId={listId} mayLeave />
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="font-bold text-h2">{t("records")}</h2>
        <p>
          <a
            href="/office/organisations/make"
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {t("make")}
          </a>
        </p>
        <form method="get" className="flex max-w-lg items-end gap-3">
          <div className="grow">
            <TextField label={t("search")} name="q" type="search" defaultValue={asked.q ?? ""} />
          </div>
          <Button type="submit">{t("find")}</Button>
        </form>
        {organisations.length === 0 && <p>{t("none")}</p>}
        <PlainTable
          label={t("records")}
          columns={[
            { header: t("column.name") },
            { header: t("column.kind"), isFolded: true },
            { header: t("column.country"), isFolded: true },
          ]}
          rows={organisations.map(({ id, name, kind, countryCode }) => ({
            key: id,
            cells: [
              <a
                key="name"
                href={`/office/organisations/${id}`}
                className="inline-block max-w-text py-2"
              >
                {name}
              </a>,
              kinds(kind),
              countryCode === null ? "–" : anyCountryNameIn(locale, countryCode),
            ],
          }))}
        />
        {after && (
          <p>
            <a
              className="inline-flex min-h-11 items-center"
              href={`/office/organisations?${new URLSearchParams({ ...(asked.q && { q: asked.q }), after })}`}
            >
              {t("more")}
            </a>
          </p>
        )}
      </section>
      {names.left.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="font-bold text-h2">{t("left", { count: names.left.length })}</h2>
          <p className="max-w-text">{t("leftHint")}</p>
          <OfferedNames names={names.left} listId={listId} mayLeave={false} />
        </section>
      )}
    </div>
  );
}
