import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { MakeOrganisationForm } from "@/app/(office)/office/organisations/organisation-forms";
import { PageHeader } from "@/components/ui/page-header";
import { writeNames } from "@/lib/domain/organisation/form";
import { can } from "@/lib/domain/people/policy";
import { requireSignedIn } from "@/lib/web/page";

/** What is known of the organisation when somebody makes it of a partner's name. Invalid parts are ignored. */
const begun = z.object({
  name: z.string().max(300).catch(""),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .catch(""),
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisations");
  return { title: t("madeTitle") };
}

export default async function MakeOrganisationPage({
  searchParams,
}: PageProps<"/office/organisations/make">) {
  const reader = await requireSignedIn("/office/organisations/make");
  if (!can(reader, "organisation.manage", {})) notFound();
  const t = await getTranslations("organisations");
  const { name, country } = begun.parse(await searchParams);
  return (
    <div className="flex flex-col gap-6 pb-16">
      <PageHeader
        path={[{ href: "/office/organisations", label: t("title") }]}
        title={t("madeTitle")}
      />
      <MakeOrganisationForm
        begun={{
          name,
          kind: "other",
          countryCode: country,
          // The project's own name stays one by which the organisation is found, whatever it is called here.
          otherNames: name === "" ? "" : writeNames([{ name, within: country }]),
        }}
      />
    </div>
  );
}
