import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GrantForm } from "@/app/(office)/office/people/grant-form";
import { PageHeader } from "@/components/ui/page-header";
import { givableRoles, looksAfterPeople } from "@/lib/domain/people/person";
import { listGrantPlaces } from "@/lib/queries/people/people";
import { requireSignedIn } from "@/lib/web/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("addTitle") };
}

export default async function AddPersonPage() {
  const reader = await requireSignedIn("/office/people/add");
  if (!looksAfterPeople(reader)) notFound();
  const [places, t] = await Promise.all([listGrantPlaces(reader), getTranslations("people")]);
  return (
    <div className="pb-16">
      <PageHeader path={[{ href: "/office/people", label: t("title") }]} title={t("addTitle")}>
        <p className="max-w-text">{t("addIntro")}</p>
      </PageHeader>
      <GrantForm roles={givableRoles(reader)} {...places} />
    </div>
  );
}
