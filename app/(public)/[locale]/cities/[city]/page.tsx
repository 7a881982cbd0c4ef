import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { CityFigures } from "@/components/public/city/figures";
import { CityNeeds, CityPartners } from "@/components/public/city/needs";
import { PlanSection } from "@/components/public/city/plan-section";
import { PromiseChart } from "@/components/public/city/promise-chart";
import { PromiseTable } from "@/components/public/city/promise-table";
import { Provenance } from "@/components/public/city/provenance";
import { CitationSection } from "@/components/public/edition/citation";
import { EditionDays } from "@/components/public/edition/days";
import { Frame } from "@/components/public/frame/frame";
import { JsonLd } from "@/components/public/frame/json-ld";
import { Follow } from "@/components/public/network/follow";
import { ShowElsewhere } from "@/components/public/network/show-elsewhere";
import { LocalNames } from "@/components/public/shared/local-names";
import { ClosedProjectTable, ProjectTable } from "@/components/public/shared/project-table";
import { inReaderLanguage } from "@/components/public/shared/reader-language";
import { Section } from "@/components/public/shared/section";
import { StageCounts } from "@/components/public/shared/stage-counts";
import { WithheldNotice } from "@/components/public/shared/withheld-notice";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { cityNameIn } from "@/lib/domain/language/local-name";
import { agesOf, unchangedSince } from "@/lib/domain/progress/ages";
import { promisesOfCity } from "@/lib/domain/progress/promises";
import { cityData, editionData } from "@/lib/domain/site/linked-data";
import { addressOf } from "@/lib/domain/site/reading";
import { findCity, listProjectsOfCity } from "@/lib/queries/public/city";
import { listCityDays } from "@/lib/queries/public/city-days";
import { listDatedSteps } from "@/lib/queries/public/promises";
import { focusAreasIn } from "@/lib/site/framework-names";
import { originOf } from "@/lib/site/metadata";
import { readDay } from "@/lib/site/reading";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getCity = cache(findCity);
const shownProjects = 50;
const shownPromises = 40;

export const generateMetadata = pageMetadata<{ city: string }>(async ({ reading, city: slug }) => {
  const city = await getCity(slug, reading.asOf);
  if (!city) return null;
  const t = await getTranslations("public.city");
  return {
    path: `/cities/${slug}`,
    feed: `?city=${slug}`,
    picture: `cities/${slug}`,
    title: cityNameIn(reading.locale, city),
    description: t("description", { city: city.name }),
  };
});

/** One city: its projects, its plan, and what is known about it. */
export default publicPage<{ city: string }>(async ({ reading, firstDay, city: slug }) => {
  const city = await getCity(slug, reading.asOf);
  if (!city) return null;
  const t = await getTranslations();
  const [projects, areas, days] = await Promise.all([
    listProjectsOfCity(slug, reading.asOf, shownProjects),
    focusAreasIn(reading.locale),
    listCityDays(slug, reading.asOf),
  ]);
  const plan = city.plan && {
    ...city.plan,
    kind: "plan" as const,
    citySlug: slug,
    cityName: city.name,
  };
  const planTitle = plan ? t("promises.cite.plan", { period: plan.slug.replace("-", "–") }) : "";
  const publisher = { name: t("public.frame.name"), origin: originOf() };
  const place = { ...city, countryCode: city.country.code, countryName: city.country.name };
  const ages = agesOf(city.plan?.editions ?? []);
  const everyProject = [...projects.listed, ...projects.closed];
  const histories = await listDatedSteps(
    everyProject.map((project) => project.id),
    reading.asOf,
  );
  const lastDay = days[0]?.day ?? reading.asOf;
  const translated = city.plan && inReaderLanguage(reading.locale, city.plan.fields);
  const today = readDay(reading);
  const promises = lastDay
    ? promisesOfCity(translated?.strategicTargets ?? [], everyProject, histories, today)
    : [];
  const areaNames = Object.fromEntries(areas.map((area) => [area.slug, area.name]));
  return (
    <Frame
      reading={reading}
      path={`/cities/${slug}`}
      firstDay={firstDay}
      days={days.map(({ day }) => day)}
    >
      <PageHeader
        path={[
          { href: addressOf(reading, "/cities"), label: t("public.frame.cities") },
          {
            href: addressOf(reading, `/countries/${city.country.code}`),
            label: countryNameIn(reading.locale, city.country.code, city.country.name),
          },
        ]}
        title={cityNameIn(reading.locale, city)}
      >
        {city.localName && (
          <p className="text-lead">
            <LocalNames locale={reading.locale} city={city} />
          </p>
        )}
        <p className="text-muted">
          {[
            t("public.city.member", { year: city.joinedYear }),
            city.isCapital && t("public.city.capital"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {reading.asOf !== null && Number(reading.asOf.slice(0, 4)) < city.joinedYear && (
          <p>{t("public.city.notYetMember", { city: city.name, year: city.joinedYear })}</p>
        )}
      </PageHeader>
      {city.aggregate.total > 0 && (
        <>
          <StageCounts reading={reading} aggregate={city.aggregate} filters={{ city: slug }} />
          <p className="print:hidden">
            <a href={addressOf(reading, "/compare", { city: slug })} className="inline-block py-2">
              {t("compare.withCities")}
            </a>
          </p>
        </>
      )}
      {promises.length > 0 && lastDay && (
        <Section title={t("promises.happened.title")} id="promises">
          <p className="max-w-text">
            {t("promises.happened.lead", { day: formatPartialDate(today, reading.locale) })}
          </p>
          <PromiseChart promises={promises} />
          <PromiseTable reading={reading} promises={promises.slice(0, shownPromises)} />
          {promises.length > shownPromises && (
            <p>{t("promises.happened.more", { count: promises.length - shownPromises })}</p>
          )}
        </Section>
      )}
      <Section title={t("public.city.projects")}>
        {projects.listed.length === 0 ? (
          <p className="max-w-text">{t("public.city.noProjects", { city: city.name })}</p>
        ) : (
          <ProjectTable
            label={t("public.city.projects")}
            reading={reading}
            projects={projects.listed}
            areaNames={areaNames}
            isOfOneCity
          />
        )}
        {projects.hasMore && (
          <p>
            <a href={addressOf(reading, "/projects", { city: slug })}>
              {t("public.city.allProjects", { city: city.name })}
            </a>
          </p>
        )}
      </Section>
      {projects.closed.length > 0 && (
        <Section title={t("public.city.closed")}>
          <p className="max-w-text">{t("public.city.closedNote")}</p>
          <ClosedProjectTable
            label={t("public.city.closed")}
            reading={reading}
            projects={projects.closed}
          />
        </Section>
      )}
      {city.withheldPlan && (
        <WithheldNotice
          withheld={city.withheldPlan}
          title={t("public.withheld.plan")}
          locale={reading.locale}
        />
      )}
      <PlanSection
        reading={reading}
        path={`/cities/${slug}`}
        cityName={city.name}
        plan={city.plan}
        translated={translated}
        areaNames={areaNames}
        ages={ages}
      />
      <CityNeeds reading={reading} projects={projects.listed} />
      <CityPartners reading={reading} projects={projects.listed} />
      <CityFigures
        reading={reading}
        figures={city.figures}
        planFigures={translated?.figures ?? []}
        note={city.note}
        since={translated?.figures.length ? unchangedSince(ages, "figures") : null}
      />
      <EditionDays reading={reading} path={`/cities/${slug}`} days={days} />
      {city.plan && (
        <Provenance
          reading={reading}
          edition={city.plan.edition}
          sources={city.plan.fields.sources}
          ofPlan
        />
      )}
      {plan && (
        <CitationSection
          reading={reading}
          record={plan}
          edition={plan.edition}
          origin={publisher.origin}
        />
      )}
      <Follow city={slug} />
      <ShowElsewhere
        reading={reading}
        origin={publisher.origin}
        path={`/cities/${slug}`}
        title={cityNameIn(reading.locale, city)}
      />
      <JsonLd
        data={{
          "@graph": [
            cityData(place, reading, publisher),
            ...(plan
              ? [
                  editionData(
                    {
                      ...plan,
                      title: planTitle,
                      description: t("promises.cite.data", {
                        title: planTitle,
                        number: plan.edition.number,
                        asOf: plan.edition.effectiveOn,
                      }),
                      sources: plan.fields.sources,
                      dataPath: `/api/v1/cities/${slug}`,
                    },
                    place,
                    reading,
                    publisher,
                  ),
                ]
              : []),
          ],
        }}
      />
    </Frame>
  );
});
