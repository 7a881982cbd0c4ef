import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Letter } from "@/components/people/letter";
import { findLinkHolder } from "@/lib/queries/sign-in/password-links";
import { SetPasswordForm } from "./set-password-form";

/** The address holds a secret, so it is not sent to other sites and not indexed. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.set");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** Opening the page does not use the link up, because mail scanners open links too. */
export default async function SetPasswordPage({ searchParams }: PageProps<"/set-password">) {
  const { token } = await searchParams;
  const holder = typeof token === "string" ? await findLinkHolder(token, new Date()) : null;
  const t = await getTranslations("signIn.set");
  if (typeof token !== "string" || !holder) {
    return (
      <Letter title={t("spentTitle")}>
        <p>{t("spent")}</p>
        <p>
          <a href="/sign-in">{t("toSignIn")}</a>
        </p>
      </Letter>
    );
  }
  return (
    <Letter title={t("title")} intro={t("intro")}>
      <SetPasswordForm token={token} />
    </Letter>
  );
}
