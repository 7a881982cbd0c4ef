import { useTranslations } from "next-intl";
import { AsOfBanner } from "@/components/public/frame/as-of-banner";
import { AsOfForm } from "@/components/public/frame/as-of-form";
import { Languages, TranslationNote } from "@/components/public/frame/languages";
import { feedbackAddress } from "@/lib/domain/feedback/feedback";
import { defaultLocale } from "@/lib/domain/language/locale";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/**
 * Shows the frame of every public page: the name, the navigation, the day as of which it is read, and the publisher.
 */
export function Frame({
  context,
  path,
  query: { cursor: _, ...query } = {},
  firstDay,
  days,
  children,
}: {
  context: PageContext;
  /** The page's own path, without language and day: "/cities/phuket". Null when there is no page. */
  path: string | null;
  /** The query of the page. It is kept in links to another language or day, except the cursor. */
  query?: Record<string, string>;
  /** The first day with published data; read only when a day is requested. */
  firstDay?: Day | null;
  /**
   * The days to offer for reading back, newest first. Null for a page that has no days: a report has its own, and the
   * history is always whole.
   */
  days: Day[] | null;
  children: React.ReactNode;
}) {
  const t = useTranslations("public.frame");
  return (
    <>
      <a
        href="#content"
        className="sr-only bg-white p-3 focus:not-sr-only focus:absolute focus:top-2 focus:left-2 print:hidden"
      >
        {t("skip")}
      </a>
      <Header context={context} path={path} query={query} />
      {context.asOf !== null && path !== null && (
        <AsOfBanner
          context={context}
          asOf={context.asOf}
          path={path}
          query={query}
          firstDay={firstDay ?? null}
        />
      )}
      <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 pb-16 outline-none">
        {children}
      </main>
      <Footer context={context} path={path} query={query} days={days} />
    </>
  );
}

type Shown = { context: PageContext; path: string | null; query: Record<string, string> };

/** Shows the name of the site, the navigation and the languages. */
function Header({ context, path, query }: Shown) {
  const t = useTranslations("public.frame");
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex max-w-page flex-wrap items-baseline gap-x-8 gap-y-1 px-4 py-4">
        <p>
          <a href={addressOf(context, "")} className="font-bold text-h3 text-ink no-underline">
            {t("name")}
          </a>
          <span className="block text-muted text-small">{t("subtitle")}</span>
        </p>
        <nav aria-label={t("navigation")} className="ml-auto max-sm:ml-0 print:hidden">
          <ul className="-mx-2 flex flex-wrap">
            <NavigationLink href={addressOf(context, "/cities")} label={t("cities")} />
            <NavigationLink href={addressOf(context, "/projects")} label={t("projects")} />
            <NavigationLink href={addressOf(context, "/changes")} label={t("changes")} />
            <NavigationLink
              href={addressOf({ ...context, asOf: null }, "/reports")}
              label={t("reports")}
            />
            <NavigationLink href="/office" label={t("signIn")} />
          </ul>
        </nav>
        <Languages context={context} path={path ?? ""} query={query} />
      </div>
    </header>
  );
}

/** Shows the publisher, and a form that opens the page as of another day. */
function Footer({ context, path, query, days }: Shown & { days: Day[] | null }) {
  return (
    <footer className="border-line border-t bg-wash">
      <div className="mx-auto grid max-w-page gap-x-12 gap-y-6 px-4 py-8 text-small sm:grid-cols-[2fr_1fr]">
        <AboutSite context={context} path={path} query={query} />
        {path !== null && days && (
          <AsOfForm context={context} path={path} query={query} days={days} />
        )}
      </div>
    </footer>
  );
}

/** Shows who publishes the site, and links to data, feedback and the pages about the site. */
function AboutSite({ context, path, query }: Shown) {
  const t = useTranslations("public.frame");
  const feedback = useTranslations("feedback");
  const accessibility = useTranslations("accessibility");
  const sharing = useTranslations("embed");
  return (
    <section aria-label={t("footer")} className="flex max-w-text flex-col gap-2">
      <p className="font-semibold">{t("independent")}</p>
      {context.locale !== defaultLocale && (
        <TranslationNote context={context} path={path ?? ""} query={query} />
      )}
      <p>{t("basis")}</p>
      <p className="print:hidden">
        {t.rich("data", {
          link: (words) => <a href="/api/v1/summary">{words}</a>,
          cities: (words) => <a href="/api/v1/cities">{words}</a>,
          projects: (words) => <a href="/api/v1/projects">{words}</a>,
          reports: (words) => <a href="/api/v1/reports">{words}</a>,
        })}
      </p>
      <ElsewhereLinks context={context} />
      <p className="print:hidden">
        {sharing.rich("data", { link: (words) => <a href="/api">{words}</a> })}
      </p>
      <p className="print:hidden">
        {t.rich("history", {
          link: (words) => <a href={addressOf({ ...context, asOf: null }, "/history")}>{words}</a>,
        })}
      </p>
      <ul className="-mx-2 flex flex-wrap print:hidden">
        <NavigationLink
          href={feedbackAddress(context, path ?? "")}
          label={feedback("link")}
          isNoFollow
        />
        <NavigationLink
          href={addressOf({ ...context, asOf: null }, "/accessibility")}
          label={accessibility("link")}
        />
      </ul>
    </section>
  );
}

/** Shows links to the lists that are not in the navigation above. */
function ElsewhereLinks({ context }: { context: PageContext }) {
  const t = useTranslations();
  return (
    <nav aria-label={t("lists.elsewhere")} className="print:hidden">
      <ul className="-mx-2 flex flex-wrap">
        <NavigationLink href={addressOf(context, "/support-needed")} label={t("support.title")} />
        <NavigationLink href={addressOf(context, "/partners")} label={t("partners.title")} />
        <NavigationLink href={addressOf(context, "/compare")} label={t("compare.title")} />
      </ul>
    </nav>
  );
}

function NavigationLink({
  href,
  label,
  isNoFollow = false,
}: {
  href: string;
  label: string;
  /** Search engines need not follow it: every page has its own feedback form. */
  isNoFollow?: boolean;
}) {
  return (
    <li>
      <a href={href} rel={isNoFollow ? "nofollow" : undefined} className="inline-block px-2 py-2">
        {label}
      </a>
    </li>
  );
}
