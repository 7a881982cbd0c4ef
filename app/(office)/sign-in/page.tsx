import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Letter } from "@/components/people/letter";
import { SignInForm } from "@/components/people/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { placeAfterSignIn } from "@/lib/domain/site/same-site";
import { isDemo } from "@/lib/web/demo";
import { currentActor } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error, password } = await searchParams;
  const goesTo = placeAfterSignIn(callbackUrl);
  const actor = await currentActor();
  if (actor.kind === "signed_in") redirect(goesTo as never);
  const t = await getTranslations("signIn");
  return (
    <Letter title={t("title")} intro={t("intro")}>
      {password === "set" && <Notice tone="good">{t("passwordIsSet")}</Notice>}
      <SignInForm goesTo={goesTo} error={typeof error === "string" ? error : null} />
      <p className="text-muted">{t("forgotten")}</p>
      {isDemo() && <Notice>{t("demo")}</Notice>}
    </Letter>
  );
}
