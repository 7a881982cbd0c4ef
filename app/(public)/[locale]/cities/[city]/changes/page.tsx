import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { ChangeList } from "@/components/public/lists/change-list";
import { DifferenceList } from "@/components/public/lists/difference-list";
import { SinceForm } from "@/components/public/lists/since-form";
import { Follow } from "@/components/public/network/follow";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { cityNameIn } from "@/lib/domain/language/local-name";
import { addressOf } from "@/lib/domain/site/page-context";
import { listChanges } from "@/lib/queries/public/changes";
import { findCityNames, listCityDays } from "@/lib/queries/public/city-days";
import { findCityDifference } from "@/lib/queries/public/since";
import { isBeforeDay, sinceOf } from "@/lib/site/since";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const limit = 30;
const shownDays = 12;

const getCity = cache(findCityNames);

export const generateMetadata = pageMetadata<{ city: string }>(async ({ context, city: slug }) => {
  const city = await getCity(slug);
  if (!city) return null;
  const t = await getTranslations("promises.since");
  const name = cityNameIn(context.locale, city);
  return {
    path: `/cities/${slug}/changes`,
    feed: `?city=${slug}`,
    title: t("log", { name }),
    description: t("description", { name }),
  };
});

/** Shows what was published about a city, newest first, or its differences between two days. */
export default publicPage<{ city: string }>(async ({ context, firstDay, query, city: slug }) => {
  const city = await getCity(slug);
  if (!city) return null;
  const t = await getTranslations();
  const { locale, asOf } = context;
  const name = cityNameIn(locale, city);
  const path = `/cities/${slug}/changes`;
  const since = sinceOf(query);
  const { cursor = null } = query;
  const [known, page, difference] = await Promise.all([
    listCityDays(slug, asOf),
    since === null ? listChanges({ asOf, cursor, limit, filters: { city: slug } }) : null,
    since ? findCityDifference(slug, since, asOf) : null,
  ]);
  const days = known
    .map(({ day }) => day)
    .filter((day) => day !== asOf)
    .slice(0, shownDays);
  const isWrong =
    since === undefined || (since === null ? page === null : !isBeforeDay(since, asOf));
  const date = (day: string) => formatPartialDate(day, locale);
  return (
    <Frame context={context} path={path} query={query} firstDay={firstDay} days={days}>
      <PageHeader
        path={[
          { href: addressOf(context, "/cities"), label: t("public.frame.cities") },
          { href: addressOf(context, `/cities/${slug}`), label: name },
        ]}
        title={
          since && !isWrong
            ? t("promises.since.title", {
                name,
                from: date(since),
                to: date(asOf ?? days[0] ?? since),
              })
            : t("promises.since.log", { name })
        }
      />
      <SinceForm context={context} path={path} since={since ?? null} days={days} />
      {isWrong && (
        <p className="pt-4 font-semibold">
          <AnswerStatus status={400} />
          {since === undefined
            ? t("public.asOf.noSuchDay.title")
            : t(since === null ? "public.changes.unknown" : "promises.since.notLater")}
        </p>
      )}
      {difference && since && !isWrong && (
        <DifferenceList
          context={context}
          citySlug={slug}
          cityName={name}
          since={since}
          difference={difference}
        />
      )}
      {page && (
        <>
          <p className="max-w-text pt-6">{t("promises.since.logLead")}</p>
          {page.changes.length === 0 && <p>{t("public.changes.none")}</p>}
          <ChangeList context={context} changes={page.changes} />
          <p className="flex gap-6 pt-4 print:hidden">
            {cursor !== null && <a href={addressOf(context, path)}>{t("public.changes.latest")}</a>}
            {page.nextCursor && (
              <a href={addressOf(context, path, { cursor: page.nextCursor })}>
                {t("public.changes.more")}
              </a>
            )}
          </p>
        </>
      )}
      <Follow city={slug} />
    </Frame>
  );
});
