import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { GrantText } from "@/components/people/grant-text";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { officeLocales } from "@/lib/domain/language/locale";
import { unwantedKinds } from "@/lib/domain/notification/notice";
import { sendsMail } from "@/lib/mail/mail";
import { getAccount } from "@/lib/queries/people/people";
import { requireSignedIn } from "@/lib/web/page";
import { ChangePasswordForm } from "./change-password-form";
import { ChoicesForm } from "./choices-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.account");
  return { title: t("title") };
}

export default async function AccountPage() {
  const reader = await requireSignedIn("/office/account");
  const [account, t, notices, locale] = await Promise.all([
    getAccount(reader, new Date()),
    getTranslations("signIn.account"),
    getTranslations("notices.choices"),
    getLocale(),
  ]);
  const names = new Intl.DisplayNames(locale, { type: "language" });
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
      <section
        id="mail"
        tabIndex={-1}
        className="flex scroll-mt-4 flex-col gap-4 border-line border-t pt-6 pb-10"
      >
        <h2 className="font-bold text-h2">{notices("title")}</h2>
        {!sendsMail() && <Notice>{notices("noMail")}</Notice>}
        <p className="max-w-text">{notices("what")}</p>
        <ChoicesForm
          person={account}
          off={unwantedKinds(account.noticeChoices.map(({ kind }) => kind))}
          locales={officeLocales.map((value) => ({ value, label: names.of(value) ?? value }))}
          timeZones={Intl.supportedValuesOf("timeZone")}
        />
      </section>
      <section className="flex flex-col gap-4 border-line border-t pt-6 pb-16">
        <h2 className="font-bold text-h2">{t("passwordTitle")}</h2>
        <ChangePasswordForm personId={account.id} email={account.email} />
      </section>
    </>
  );
}
