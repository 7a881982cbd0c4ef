import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Provenance } from "@/components/public/city/provenance";
import { CitationSection } from "@/components/public/edition/citation";
import { Frame } from "@/components/public/frame/frame";
import { ShowElsewhere } from "@/components/public/network/show-elsewhere";
import { ProjectDetails } from "@/components/public/project/details";
import { ProjectEditionSection } from "@/components/public/project/edition-section";
import { ProjectFacts } from "@/components/public/project/facts";
import { ProjectHeader } from "@/components/public/project/header";
import { ProjectLinkedData } from "@/components/public/project/linked-data";
import { ProjectPromiseSection } from "@/components/public/project/promise-section";
import { VerifiedClaims } from "@/components/public/project/verified-claims";
import { OriginLine } from "@/components/public/shared/origin";
import { inReaderLanguage } from "@/components/public/shared/reader-language";
import { WithheldNotice } from "@/components/public/shared/withheld-notice";
import { WrittenIn } from "@/components/public/shared/written-in";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { knownCityName } from "@/lib/domain/language/local-name";
import { partnerSlugsOf } from "@/lib/domain/organisation/partner";
import { agesOf } from "@/lib/domain/progress/ages";
import { promisesOf, undatedOf } from "@/lib/domain/progress/promises";
import { addressOf } from "@/lib/domain/site/page-context";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { listAssessments } from "@/lib/queries/public/assessments";
import { findProject } from "@/lib/queries/public/project";
import { siteOrigin } from "@/lib/site/metadata";
import { namesInProject } from "@/lib/site/project-names";
import { readDay } from "@/lib/site/reading";
import { daysOf } from "@/lib/site/since";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getProject = cache(findProject);

export const generateMetadata = pageMetadata<{ city: string; project: string }>(
  async ({ reading, city, project: slug }) => {
    const found = await getProject(city, slug, reading.asOf);
    if (!found) return null;
    const t = await getTranslations("public.project");
    const fields = found.project && inReaderLanguage(reading.locale, found.project.fields);
    const title = fields?.title ?? found.cityName;
    return {
      path: `/cities/${city}/projects/${slug}`,
      picture: `cities/${city}/${slug}`,
      title,
      description: fields?.summary || t("description", { title, city: found.cityName }),
    };
  },
);

/** Shows one project: its state, its targets, its sources, and how they changed. */
export default publicPage<{ city: string; project: string }>(
  async ({ reading, firstDay, city, project: slug }) => {
    const found = await getProject(city, slug, reading.asOf);
    if (!found) return null;
    const t = await getTranslations("public");
    const path = `/cities/${city}/projects/${slug}`;
    const steps = [
      { href: addressOf(reading, "/cities"), label: t("frame.cities") },
      {
        href: addressOf(reading, `/countries/${found.countryCode}`),
        label: countryNameIn(reading.locale, found.countryCode, found.countryName),
      },
      {
        href: addressOf(reading, `/cities/${city}`),
        label: knownCityName(reading.locale, found.cityName),
      },
    ];
    if (found.withheld) {
      return (
        <Frame reading={reading} path={path} firstDay={firstDay} days={null}>
          <PageHeader path={steps} title={t("withheld.project", { city: found.cityName })} />
          <WithheldNotice withheld={found.withheld} locale={reading.locale} />
        </Frame>
      );
    }
    if (!found.project) {
      return (
        <Frame reading={reading} path={path} firstDay={firstDay} days={await listNetworkDays()}>
          <PageHeader path={steps} title={found.cityName} />
          <p className="max-w-text">
            {t.rich("project.notYet", {
              date: formatPartialDate(reading.asOf ?? "", reading.locale),
              link: (words) => <a href={addressOf({ ...reading, asOf: null }, path)}>{words}</a>,
            })}
          </p>
        </Frame>
      );
    }
    const { fields: published, edition, files } = found.project;
    const fields = inReaderLanguage(reading.locale, published);
    const ages = agesOf(found.editions);
    const assessments = await listAssessments({
      asOf: reading.asOf,
      recordIds: [found.project.id],
    });
    const { areaNames, outcomeNames, typeNames } = await namesInProject(reading.locale, fields);
    const history = found.history;
    const promises = promisesOf(found.project.id, fields, history, readDay(reading)).map(
      (promise) => ({ ...promise, project: null }),
    );
    const undated = undatedOf(fields);
    const record = { kind: "project", slug, citySlug: city, cityName: found.cityName } as const;
    const compare = await getTranslations("compare");
    const publisher = { name: t("frame.name"), origin: siteOrigin() };
    const place = {
      slug: city,
      name: found.cityName,
      countryCode: found.countryCode,
      countryName: found.countryName,
    };
    return (
      <Frame
        reading={reading}
        path={path}
        firstDay={firstDay}
        days={daysOf(found.editions, reading.asOf)}
      >
        <ProjectHeader path={steps} project={fields} published={published}>
          <WrittenIn reading={reading} path={path} fields={published} />
          <OriginLine
            reading={reading}
            edition={edition}
            sources={fields.sources}
            cityName={found.cityName}
          />
        </ProjectHeader>
        <ProjectFacts
          reading={reading}
          project={fields}
          effectiveOn={edition.effectiveOn}
          areaNames={areaNames}
          typeNames={typeNames}
          ages={ages}
          publicTitles={found.publicTitles}
        />
        <p className="print:hidden">
          <a
            href={addressOf(reading, "/compare", { project: found.project.id })}
            className="inline-block py-2"
          >
            {compare("withProjects")}
          </a>
        </p>
        <VerifiedClaims reading={reading} project={fields} ratings={found.ratings} />
        <ProjectPromiseSection
          reading={reading}
          promises={promises}
          undated={undated}
          history={history}
          startsOn={fields.startsOn}
          today={readDay(reading)}
        />
        <ProjectDetails
          reading={reading}
          project={fields}
          countryCode={found.countryCode}
          files={files}
          assessments={assessments}
          outcomeNames={outcomeNames}
          publicTitles={found.publicTitles}
          partnerSlugs={partnerSlugsOf(published.partners, found.project.organisations)}
          organisations={found.project.organisations}
          ages={ages}
        />
        <ProjectEditionSection reading={reading} path={path} editions={found.editions} />
        <Provenance reading={reading} edition={edition} sources={fields.sources} />
        <CitationSection
          reading={reading}
          record={record}
          title={published.title}
          edition={edition}
          origin={publisher.origin}
        />
        <ShowElsewhere
          reading={reading}
          origin={publisher.origin}
          path={path}
          title={fields.title}
        />
        <ProjectLinkedData
          reading={reading}
          place={place}
          project={found.project}
          edition={edition}
          sources={fields.sources}
          publisher={publisher}
        />
      </Frame>
    );
  },
);
