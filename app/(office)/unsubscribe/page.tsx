import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Letter } from "@/components/people/letter";
import { Button } from "@/components/ui/button";
import { readUnsubscribeToken } from "@/lib/mail/unsubscribe";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices.unsubscribe");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/**
 * Opening the page changes nothing, because mail scanners open links too. It works without script and without signing
 * in.
 */
export default async function UnsubscribePage({ searchParams }: PageProps<"/unsubscribe">) {
  const { token, done } = await searchParams;
  const t = await getTranslations("notices.unsubscribe");
  const isOurs = typeof token === "string" && readUnsubscribeToken(token) !== null;
  return (
    <Letter title={t("title")}>
      {!done && isOurs ? (
        <form
          method="post"
          action={`/api/unsubscribe?token=${token}`}
          className="flex flex-col gap-4"
        >
          <p>{t("what")}</p>
          <input type="hidden" name="from" value="page" />
          <div>
            <Button type="submit" look="primary">
              {t("yes")}
            </Button>
          </div>
        </form>
      ) : (
        <p role="status">{t(done ? "done" : "bad")}</p>
      )}
      <p>
        <a href="/office/account#mail" className="inline-flex min-h-11 items-center">
          {t("account")}
        </a>
      </p>
    </Letter>
  );
}
