import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Content } from "@/components/public/content";
import { EditionTable, FormerTitles } from "@/components/public/edition-table";
import { Frame } from "@/components/public/frame";
import { JsonLd } from "@/components/public/json-ld";
import { ProjectDetails } from "@/components/public/project-details";
import { ProjectFacts } from "@/components/public/project-facts";
import { Provenance } from "@/components/public/provenance";
import { Section } from "@/components/public/section";
import { spokenIn } from "@/components/public/spoken";
import { Verified } from "@/components/public/verified";
import { WithheldNotice } from "@/components/public/withheld-notice";
import { WrittenIn } from "@/components/public/written-in";
import { formatPartialDate } from "@/components/record/partial-date";
import { PageHeader } from "@/components/ui/page-header";
import { agesOf } from "@/lib/domain/ages";
import { countryNameIn } from "@/lib/domain/country-name";
import { contentLanguage } from "@/lib/domain/locale";
import { addressOf } from "@/lib/domain/reading";
import { findProject } from "@/lib/queries/public-project";
import { getProjectTypeNames } from "@/lib/queries/public-terms";
import { focusAreasIn, outcomesIn } from "@/lib/web/framework-names";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getProject = cache(findProject);

export const generateMetadata = pageMetadata<{ city: string; project: string }>(
  async ({ reading, city, project: slug }) => {
    const found = await getProject(city, slug, reading.asOf);
    if (!found) return null;
    const t = await getTranslations("public.project");
    const fields = found.project && spokenIn(reading.locale, found.project.fields);
    const title = fields?.title ?? found.cityName;
    return {
      path: `/cities/${city}/projects/${slug}`,
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
      { href: addressOf(reading, `/cities/${city}`), label: found.cityName },
    ];
    if (found.withheld) {
      return (
        <Frame reading={reading} path={path} firstDay={firstDay}>
          <PageHeader path={steps} title={t("withheld.project", { city: found.cityName })} />
          <WithheldNotice withheld={found.withheld} locale={reading.locale} />
        </Frame>
      );
    }
    if (!found.project) {
      return (
        <Frame reading={reading} path={path} firstDay={firstDay}>
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
    const fields = spokenIn(reading.locale, published);
    const ages = agesOf(found.editions);
    const [areas, outcomes, typeNames] = await Promise.all([
      focusAreasIn(reading.locale),
      outcomesIn(reading.locale),
      getProjectTypeNames(fields.focusAreas.flatMap((item) => item.projectType ?? [])),
    ]);
    const namesOf = (terms: { slug: string; name: string }[]) =>
      Object.fromEntries(terms.map((term) => [term.slug, term.name]));
    return (
      <Frame reading={reading} path={path} firstDay={firstDay}>
        <PageHeader path={steps} title={<Content>{fields.title}</Content>}>
          {fields.localTitle && fields.localTitle !== fields.title && (
            <p className="text-lead" lang={fields.localTitleLanguage ?? undefined}>
              {fields.localTitle}
            </p>
          )}
          {fields.title !== published.title && (
            <p className="text-lead" lang={contentLanguage}>
              {published.title}
            </p>
          )}
          {fields.summary && (
            <p className="max-w-text whitespace-pre-line text-lead">
              <Content>{fields.summary}</Content>
            </p>
          )}
          <WrittenIn reading={reading} path={path} fields={published} />
          <p className="text-muted">
            {t("project.confirmedAsOf", {
              day: formatPartialDate(edition.effectiveOn, reading.locale),
            })}
          </p>
        </PageHeader>
        <ProjectFacts
          reading={reading}
          project={fields}
          effectiveOn={edition.effectiveOn}
          areaNames={namesOf(areas)}
          typeNames={typeNames}
          ages={ages}
          publicTitles={found.publicTitles}
        />
        <Verified reading={reading} ratings={found.ratings} />
        <ProjectDetails
          reading={reading}
          project={fields}
          countryCode={found.countryCode}
          files={files}
          outcomeNames={namesOf(outcomes)}
          publicTitles={found.publicTitles}
          ages={ages}
        />
        <Section title={t("project.history")} id="editions">
          <EditionTable reading={reading} path={path} editions={found.editions} />
          <FormerTitles reading={reading} editions={found.editions} />
        </Section>
        <Provenance reading={reading} edition={edition} sources={fields.sources} />
        <JsonLd
          data={{
            "@type": "Project",
            name: published.title,
            description: published.summary,
            location: { "@type": "City", name: found.cityName },
          }}
        />
      </Frame>
    );
  },
);
