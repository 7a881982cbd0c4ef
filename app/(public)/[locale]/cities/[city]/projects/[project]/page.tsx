import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { PromiseTable } from "@/components/public/city/promise-table";
import { Provenance } from "@/components/public/city/provenance";
import { UndatedList } from "@/components/public/city/undated-list";
import { CitationSection } from "@/components/public/edition/citation";
import { EditionTable, FormerTitles } from "@/components/public/edition/table";
import { Frame } from "@/components/public/frame/frame";
import { JsonLd } from "@/components/public/frame/json-ld";
import { ShowElsewhere } from "@/components/public/network/show-elsewhere";
import { ProjectChart } from "@/components/public/project/chart";
import { ProjectDetails } from "@/components/public/project/details";
import { ProjectFacts } from "@/components/public/project/facts";
import { ProjectHeader } from "@/components/public/project/header";
import { Verified } from "@/components/public/project/verified";
import { inReaderLanguage } from "@/components/public/shared/reader-language";
import { Section } from "@/components/public/shared/section";
import { WithheldNotice } from "@/components/public/shared/withheld-notice";
import { WrittenIn } from "@/components/public/shared/written-in";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { knownCityName } from "@/lib/domain/language/local-name";
import { agesOf } from "@/lib/domain/progress/ages";
import { promisesOf, undatedOf } from "@/lib/domain/progress/promises";
import { cityData, editionData, projectData } from "@/lib/domain/site/linked-data";
import { partnerSlugsOf } from "@/lib/domain/site/partner";
import { addressOf } from "@/lib/domain/site/reading";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { findProject } from "@/lib/queries/public/project";
import { originOf } from "@/lib/site/metadata";
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

/** One project: how it stands, what it is to reach, who says so, and how that changed. */
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
    const { areaNames, outcomeNames, typeNames } = await namesInProject(reading.locale, fields);
    const history = found.history;
    const promises = promisesOf(found.project.id, fields, history, readDay(reading)).map(
      (promise) => ({ ...promise, project: null }),
    );
    const undated = undatedOf(fields);
    const record = { kind: "project", slug, citySlug: city, cityName: found.cityName } as const;
    const words = await getTranslations("promises");
    const compare = await getTranslations("compare");
    const publisher = { name: t("frame.name"), origin: originOf() };
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
          <p className="text-muted">
            {t("project.confirmedAsOf", {
              day: formatPartialDate(edition.effectiveOn, reading.locale),
            })}
          </p>
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
        <Verified reading={reading} project={fields} ratings={found.ratings} />
        {promises.length + undated.length > 0 && (
          <Section title={words("happened.title")} id="milestones">
            <p className="max-w-text">
              {words("happened.lead", { day: formatPartialDate(readDay(reading), reading.locale) })}
            </p>
            <ProjectChart
              reading={reading}
              history={history}
              promises={promises}
              startsOn={fields.startsOn}
            />
            {promises.length > 0 && (
              <PromiseTable reading={reading} promises={promises} isOfProject />
            )}
            <UndatedList reading={reading} undated={undated} />
          </Section>
        )}
        <ProjectDetails
          reading={reading}
          project={fields}
          countryCode={found.countryCode}
          files={files}
          outcomeNames={outcomeNames}
          publicTitles={found.publicTitles}
          partnerSlugs={partnerSlugsOf(published.partners)}
          ages={ages}
        />
        <Section title={t("project.history")} id="editions">
          <EditionTable reading={reading} path={path} editions={found.editions} />
          <p className="print:hidden">
            <a href={addressOf(reading, `${path}/changes`)}>{words("since.link")}</a>
          </p>
          <FormerTitles reading={reading} editions={found.editions} />
        </Section>
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
        <JsonLd
          data={{
            "@graph": [
              cityData(place, reading, publisher),
              projectData(found.project, place, reading, publisher),
              editionData(
                {
                  ...record,
                  title: published.title,
                  description: words("cite.data", {
                    title: published.title,
                    number: edition.number,
                    asOf: edition.effectiveOn,
                  }),
                  edition,
                  sources: fields.sources,
                  dataPath: `/api/v1/projects/${found.project.id}`,
                },
                place,
                reading,
                publisher,
              ),
            ],
          }}
        />
      </Frame>
    );
  },
);
