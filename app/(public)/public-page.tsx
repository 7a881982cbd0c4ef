import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DayToCome, NoSuchPage, Unavailable } from "@/components/public/frame/apology";
import { defaultLocale } from "@/lib/domain/language/locale";
import type { PageContext } from "@/lib/domain/site/page-context";
import { toDay } from "@/lib/domain/values/day";
import { type PageWords, publicMetadata } from "@/lib/site/metadata";
import { type Opened, openPublicPage, type PublicParams } from "@/lib/site/open-page";

type Props<Own> = { params: Promise<PublicParams & Own> };

/**
 * Returns a public page. `render` gets the opened page and returns null when its subject does not exist. Failures are
 * answered here and not by Next's notFound() and error files, because those show their text only with script.
 */
export function publicPage<Own = unknown>(
  render: (page: Opened<Own>) => Promise<React.ReactNode | null>,
) {
  return async function answer({ params }: Props<Own>) {
    try {
      const page = await openPublicPage(params);
      if (!page) setRequestLocale(defaultLocale);
      if (page && isToCome(page.context)) return <DayToCome {...readNow(page)} />;
      return (page && (await render(page))) ?? <NoSuchPage {...(page && readNow(page))} />;
    } catch (error) {
      if (process.env.NODE_ENV === "development") throw error;
      const reference = randomUUID().slice(0, 8);
      console.error(`A public page could not be made (reference ${reference})`, error);
      return <Unavailable reference={reference} />;
    }
  };
}

/** Returns the metadata of a public page; `wordsOf` returns null when its subject does not exist. */
export function pageMetadata<Own = unknown>(
  wordsOf: (page: Opened<Own>) => Promise<PageWords | null>,
) {
  return async function generateMetadata({ params }: Props<Own>): Promise<Metadata> {
    try {
      const page = await openPublicPage(params);
      if (page && isToCome(page.context)) {
        const t = await getTranslations("public");
        return {
          title: `${t("asOf.toCome.title")} – ${t("frame.name")}`,
          robots: { index: false },
        };
      }
      const words = page && (await wordsOf(page));
      if (page && words) return publicMetadata(page.context, words);
    } catch {
      // The page itself meets the same failure, shows it and logs it.
    }
    const t = await getTranslations({ locale: defaultLocale, namespace: "public.frame" });
    return { title: t("name"), robots: { index: false } };
  };
}

function readNow<Own>({ context }: Opened<Own>) {
  return { context: { ...context, asOf: null } };
}

/** A future day has no data. */
function isToCome({ asOf }: PageContext) {
  return asOf !== null && asOf > toDay(new Date());
}
