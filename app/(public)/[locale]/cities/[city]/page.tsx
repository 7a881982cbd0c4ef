import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { CityFigures } from "@/components/public/city/figures";
import { CityHeader } from "@/components/public/city/header";
import { CityLinkedData } from "@/components/public/city/linked-data";
import { CityNeeds, CityPartners } from "@/components/public/city/needs";
import { PlanSection } from "@/components/public/city/plan-section";
import { CityProjectSections } from "@/components/public/city/project-sections";
import { CityPromiseSection } from "@/components/public/city/promise-section";
import { Provenance } from "@/components/public/city/provenance";
import { CitationSection } from "@/components/public/edition/citation";
import { EditionDays } from "@/components/public/edition/days";
import { Frame } from "@/components/public/frame/frame";
import { Follow } from "@/components/public/network/follow";
import { OutcomeSums } from "@/components/public/network/outcome-sums";
import { ShowElsewhere } from "@/components/public/network/show-elsewhere";
import { OutcomesOfCity } from "@/components/public/outcome/outcomes-of-city";
import { OriginLine } from "@/components/public/shared/origin";
import { inReaderLanguage } from "@/components/public/shared/reader-language";
import { Section } from "@/components/public/shared/section";
import { StageCounts } from "@/components/public/shared/stage-counts";
import { WithheldNotice } from "@/components/public/shared/withheld-notice";
import { cityNameIn } from "@/lib/domain/language/local-name";
import { agesOf, unchangedSince } from "@/lib/domain/progress/ages";
import { promisesOfCity } from "@/lib/domain/progress/promises";
import { addressOf } from "@/lib/domain/site/page-context";
import { readAims } from "@/lib/queries/public/aims";
import { getOutcomeSums, listPlanAssessments } from "@/lib/queries/public/assessments";
import { findCity, listProjectsOfCity } from "@/lib/queries/public/city";
import { listCityDays } from "@/lib/queries/public/city-days";
import { listDatedSteps } from "@/lib/queries/public/promises";
import { focusAreasIn, namesOf, outcomesIn } from "@/lib/site/framework-names";
import { siteOrigin } from "@/lib/site/metadata";
import { readDay } from "@/lib/site/open-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getCity = cache(findCity);
const shownProjects = 50;

export const generateMetadata = pageMetadata<{ city: string }>(async ({ context, city: slug }) => {
  const city = await getCity(slug, context.asOf);
  if (!city) return null;
  const t = await getTranslations("public.city");
  return {
    path: `/cities/${slug}`,
    feed: `?city=${slug}`,
    picture: `cities/${slug}`,
    title: cityNameIn(context.locale, city),
    description: t("description", { city: city.name }),
  };
});

/** Shows one city: its projects, its plan, and facts about it. */
export default publicPage<{ city: string }>(async ({ context, firstDay, city: slug }) => {
  const city = await getCity(slug, context.asOf);
  if (!city) return null;
  const t = await getTranslations();
  const [projects, areas, outcomes, sums, assessments, aims, days] = await Promise.all([
    listProjectsOfCity(slug, context.asOf, shownProjects),
    focusAreasIn(context.locale),
    outcomesIn(context.locale),
    getOutcomeSums(context.asOf, { city: slug }),
    listPlanAssessments(city, context.asOf),
    readAims({ city: slug }, context.asOf),
    listCityDays(slug, context.asOf),
  ]);
  const plan = city.plan && {
    ...city.plan,
    kind: "plan" as const,
    citySlug: slug,
    cityName: city.name,
  };
  const dataSet = plan && {
    ...plan,
    title: t("promises.cite.plan", { period: plan.slug.replace("-", "–") }),
    sources: plan.fields.sources,
  };
  const publisher = { name: t("public.frame.name"), origin: siteOrigin() };
  const place = { ...city, countryCode: city.country.code, countryName: city.country.name };
  const ages = agesOf(city.plan?.editions ?? []);
  const everyProject = [...projects.listed, ...projects.closed];
  const histories = await listDatedSteps(
    everyProject.map((project) => project.id),
    context.asOf,
  );
  const lastDay = days[0]?.day ?? context.asOf;
  const translated = city.plan && inReaderLanguage(context.locale, city.plan.fields);
  const today = readDay(context);
  const promises = lastDay
    ? promisesOfCity(translated?.strategicTargets ?? [], everyProject, histories, today)
    : [];
  const areaNames = namesOf(areas);
  return (
    <Frame
      context={context}
      path={`/cities/${slug}`}
      firstDay={firstDay}
      days={days.map(({ day }) => day)}
    >
      <CityHeader context={context} city={city}>
        {city.plan && (
          <OriginLine
            context={context}
            edition={city.plan.edition}
            sources={city.plan.fields.sources}
            cityName={city.name}
          />
        )}
      </CityHeader>
      {city.aggregate.total > 0 && (
        <>
          <StageCounts context={context} aggregate={city.aggregate} filters={{ city: slug }} />
          <p className="print:hidden">
            <a href={addressOf(context, "/compare", { city: slug })} className="inline-block py-2">
              {t("compare.withCities")}
            </a>
          </p>
        </>
      )}
      {(aims.plans.length > 0 || aims.projects.length > 0) && (
        <Section title={t("aims.ofCity.title")} id="outcomes">
          <p className="max-w-text">{t("aims.ofCity.lead")}</p>
          <OutcomeSums context={context} outcomes={outcomes} sums={sums} filters={{ city: slug }} />
          <OutcomesOfCity context={context} outcomes={outcomes} sources={aims} today={today} />
        </Section>
      )}
      {lastDay && <CityPromiseSection context={context} promises={promises} today={today} />}
      <CityProjectSections
        context={context}
        city={city}
        projects={projects}
        areaNames={areaNames}
      />
      {city.withheldPlan && (
        <WithheldNotice
          withheld={city.withheldPlan}
          title={t("public.withheld.plan")}
          locale={context.locale}
        />
      )}
      <PlanSection
        context={context}
        path={`/cities/${slug}`}
        cityName={city.name}
        plan={city.plan}
        translated={translated}
        areaNames={areaNames}
        outcomeNames={namesOf(outcomes)}
        assessments={assessments}
        ages={ages}
      />
      <CityNeeds context={context} projects={projects.listed} />
      <CityPartners context={context} projects={projects.listed} />
      <CityFigures
        context={context}
        figures={city.figures}
        planFigures={translated?.figures ?? []}
        note={city.note}
        since={translated?.figures.length ? unchangedSince(ages, "figures") : null}
      />
      <EditionDays context={context} path={`/cities/${slug}`} days={days} />
      {city.plan && (
        <Provenance
          context={context}
          edition={city.plan.edition}
          sources={city.plan.fields.sources}
          ofPlan
        />
      )}
      {plan && (
        <CitationSection
          context={context}
          record={plan}
          edition={plan.edition}
          origin={publisher.origin}
        />
      )}
      <Follow city={slug} />
      <ShowElsewhere
        context={context}
        origin={publisher.origin}
        path={`/cities/${slug}`}
        title={cityNameIn(context.locale, city)}
      />
      <CityLinkedData context={context} place={place} plan={dataSet} publisher={publisher} />
    </Frame>
  );
});
