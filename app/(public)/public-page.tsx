import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DayToCome, NoSuchPage, Unavailable } from "@/components/public/frame/apology";
import { defaultLocale } from "@/lib/domain/language/locale";
import type { PageContext } from "@/lib/domain/site/page-context";
import { toDay } from "@/lib/domain/values/day";
import { type PageWords, publicMetadata } from "@/lib/site/metadata";
import { type Opened, openPublicPage, type PublicParams } from "@/lib/site/reading";

type Props<Own> = { params: Promise<PublicParams & Own> };

/**
 * Returns a public page: `render` gets it opened and answers null when there is no such thing. What goes wrong is
 * answered here and not by Next's notFound() and error files, because those show their words by script only.
 */
export function publicPage<Own = unknown>(
  render: (page: Opened<Own>) => Promise<React.ReactNode | null>,
) {
  return async function answer({ params }: Props<Own>) {
    try {
      const page = await openPublicPage(params);
      if (!page) setRequestLocale(defaultLocale);
      if (page && isToCome(page.reading)) return <DayToCome {...readNow(page)} />;
      return (page && (await render(page))) ?? <NoSuchPage {...(page && readNow(page))} />;
    } catch (error) {
      if (process.env.NODE_ENV === "development") throw error;
      const reference = randomUUID().slice(0, 8);
      console.error(`A public page could not be made (reference ${reference})`, error);
      return <Unavailable reference={reference} />;
    }
  };
}

/**
 * Returns what search engines and shared links say about a public page; `wordsOf` answers null when there is no such
 * thing.
 */
export function pageMetadata<Own = unknown>(
  wordsOf: (page: Opened<Own>) => Promise<PageWords | null>,
) {
  return async function generateMetadata({ params }: Props<Own>): Promise<Metadata> {
    try {
      const page = await openPublicPage(params);
      if (page && isToCome(page.reading)) {
        const t = await getTranslations("public");
        return {
          title: `${t("asOf.toCome.title")} – ${t("frame.name")}`,
          robots: { index: false },
        };
      }
      const words = page && (await wordsOf(page));
      if (page && words) return publicMetadata(page.reading, words);
    } catch {
      // The page itself meets the same failure, says so and logs it.
    }
    const t = await getTranslations({ locale: defaultLocale, namespace: "public.frame" });
    return { title: t("name"), robots: { index: false } };
  };
}

function readNow<Own>({ reading }: Opened<Own>) {
  return { reading: { ...reading, asOf: null } };
}

/** Nothing is known of a day that has not come. */
function isToCome({ asOf }: PageContext) {
  return asOf !== null && asOf > toDay(new Date());
}
