import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GrantText } from "@/components/people/grant-text";
import { PageHeader } from "@/components/ui/page-header";
import { getAccount } from "@/lib/queries/people";
import { requireSignedIn } from "@/lib/web/page";
import { ChangePasswordForm } from "./change-password-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.account");
  return { title: t("title") };
}

export default async function AccountPage() {
  const reader = await requireSignedIn("/office/account");
  const [account, t] = await Promise.all([
    getAccount(reader, new Date()),
    getTranslations("signIn.account"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      <dl className="grid max-w-text gap-x-6 gap-y-1 pb-8 sm:grid-cols-[max-content_1fr] sm:gap-y-3">
        <dt className="text-muted">{t("name")}</dt>
        <dd>{account.name}</dd>
        <dt className="text-muted">{t("email")}</dt>
        <dd className="[overflow-wrap:anywhere]">{account.email}</dd>
        <dt className="text-muted">{t("roles")}</dt>
        <dd>
          {account.grants.length === 0 && t("noRoles")}
          <ul>
            {account.grants.map((grant) => (
              <li key={grant.id}>
                <GrantText grant={grant} />
              </li>
            ))}
          </ul>
        </dd>
        <dt className="text-muted">{t("sessions")}</dt>
        <dd>{t("sessionsCount", { count: account._count.sessions })}</dd>
      </dl>
      <section className="flex flex-col gap-4 border-line border-t pt-6 pb-16">
        <h2 className="font-bold text-h2">{t("passwordTitle")}</h2>
        <ChangePasswordForm personId={account.id} email={account.email} />
      </section>
    </>
  );
}
