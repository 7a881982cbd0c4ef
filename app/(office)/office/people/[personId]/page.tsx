import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { GrantForm } from "@/app/(office)/office/people/grant-form";
import { GrantHistory } from "@/components/people/grant-history";
import { Seen } from "@/components/people/people-table";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { givableRoles, looksAfterPeople } from "@/lib/domain/people/person";
import { can } from "@/lib/domain/people/policy";
import { findPerson, listGrantPlaces } from "@/lib/queries/people/people";
import { requireSignedIn } from "@/lib/web/page";
import { DeactivateForm, RemoveGrantForm, RenewLinkForm } from "./person-forms";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("person") };
}

export default async function PersonPage({
  params,
  searchParams,
}: PageProps<"/office/people/[personId]">) {
  const { personId } = await params;
  const reader = await requireSignedIn(`/office/people/${personId}`);
  if (!looksAfterPeople(reader)) notFound();
  const person = (await findPerson(reader, personId)) ?? notFound();
  const [places, t, locale, { confirm }] = await Promise.all([
    listGrantPlaces(reader),
    getTranslations("people"),
    getLocale(),
    searchParams,
  ]);
  const isActive = person.deactivatedAt === null;
  const mayDeactivate = isActive && can(reader, "person.deactivate", { personId });
  return (
    <div className="flex flex-col gap-8 pb-16">
      <PageHeader path={[{ href: "/office/people", label: t("title") }]} title={person.name}>
        <p className="[overflow-wrap:anywhere]">{person.email}</p>
        <p className="text-muted">
          {t("column.seen")}: <Seen person={person} locale={locale} />
        </p>
      </PageHeader>
      {mayDeactivate && confirm === "deactivate" && (
        <Notice tone="warning" title={t("deactivate.title", { name: person.name })}>
          <p className="max-w-text">{t("deactivate.what")}</p>
          <DeactivateForm personId={personId} />
        </Notice>
      )}
      <section className="flex flex-col gap-3">
        <h2 className="font-bold text-h2">{t("grants.title")}</h2>
        <GrantHistory
          grants={person.grants}
          locale={locale}
          removal={(grant, name) =>
            can(reader, "grant.remove", { grantId: grant.id }) && (
              <RemoveGrantForm grantId={grant.id} name={name} />
            )
          }
        />
      </section>
      {isActive && (
        <section className="flex flex-col gap-3">
          <h2 className="font-bold text-h2">{t("grants.addTitle")}</h2>
          <GrantForm roles={givableRoles(reader)} {...places} person={person} />
        </section>
      )}
      {isActive && can(reader, "passwordLink.make", { personId }) && (
        <section className="flex flex-col gap-3">
          <h2 className="font-bold text-h2">{t("link.title")}</h2>
          <p className="max-w-text">{t("link.what")}</p>
          <RenewLinkForm personId={personId} />
        </section>
      )}
      {mayDeactivate && confirm !== "deactivate" && (
        <p>
          <a
            href={`/office/people/${personId}?confirm=deactivate`}
            className="inline-flex min-h-11 items-center"
          >
            {t("deactivate.link")}
          </a>
        </p>
      )}
    </div>
  );
}
