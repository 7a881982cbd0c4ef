import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PeopleTable } from "@/components/people/people-table";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { looksAfterPeople } from "@/lib/domain/people/person";
import { listIdleGrants } from "@/lib/queries/people/idle-grants";
import { listPeople, peopleState } from "@/lib/queries/people/people";
import { requireSignedIn } from "@/lib/web/page";
import { IdleGrants } from "./idle-grants";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage({ searchParams }: PageProps<"/office/people">) {
  const reader = await requireSignedIn("/office/people");
  if (!looksAfterPeople(reader)) notFound();
  const asked = peopleState.parse(await searchParams);
  const [{ people, after }, idle, t, locale] = await Promise.all([
    listPeople(reader, asked),
    listIdleGrants(reader, new Date()),
    getTranslations("people"),
    getLocale(),
  ]);
  return (
    <div className="flex flex-col gap-6 pb-16">
      <PageHeader title={t("title")}>
        <p className="max-w-text">{t("intro")}</p>
        <p>
          <a href="/office/people/add" className="inline-flex min-h-11 items-center font-semibold">
            {t("addTitle")}
          </a>
        </p>
      </PageHeader>
      <form method="get" className="flex max-w-lg items-end gap-3">
        <div className="grow">
          <TextField label={t("search")} name="q" type="search" defaultValue={asked.q ?? ""} />
        </div>
        <Button type="submit">{t("find")}</Button>
      </form>
      {idle.length > 0 && <IdleGrants grants={idle} locale={locale} />}
      <PeopleTable people={people} locale={locale} />
      {after && (
        <p>
          <a
            className="inline-flex min-h-11 items-center"
            href={`/office/people?${new URLSearchParams({ ...(asked.q && { q: asked.q }), after })}`}
          >
            {t("more")}
          </a>
        </p>
      )}
    </div>
  );
}
