import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { ProjectHeader } from "@/components/public/project/header";
import { OriginLine } from "@/components/public/shared/origin";
import { inReaderLanguage } from "@/components/public/shared/reader-language";
import { WithheldNotice } from "@/components/public/shared/withheld-notice";
import { WrittenIn } from "@/components/public/shared/written-in";
import { PageHeader } from "@/components/ui/page-header";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { knownCityName } from "@/lib/domain/language/local-name";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { listAssessments } from "@/lib/queries/public/assessments";
import { findProject, type PublicProject } from "@/lib/queries/public/project";
import { siteOrigin } from "@/lib/site/metadata";
import { namesInProject } from "@/lib/site/project-names";
import { daysOf } from "@/lib/site/since";
import { NotYetPublished } from "./not-yet-published";
import { ProjectContent } from "./project-content";
import { ProjectSources } from "./project-sources";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getProject = cache(findProject);

export const generateMetadata = pageMetadata<{ city: string; project: string }>(
  async ({ context, city, project: slug }) => {
    const found = await getProject(city, slug, context.asOf);
    if (!found) return null;
    const t = await getTranslations("public.project");
    const fields = found.project && inReaderLanguage(context.locale, found.project.fields);
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
  async ({ context, firstDay, city, project: slug }) => {
    const found = await getProject(city, slug, context.asOf);
    if (!found) return null;
    const t = await getTranslations("public");
    const path = `/cities/${city}/projects/${slug}`;
    const steps = await stepsTo(context, city, found);
    if (found.withheld) {
      return (
        <Frame context={context} path={path} firstDay={firstDay} days={null}>
          <PageHeader path={steps} title={t("withheld.project", { city: found.cityName })} />
          <WithheldNotice withheld={found.withheld} locale={context.locale} />
        </Frame>
      );
    }
    if (!found.project) {
      return (
        <Frame context={context} path={path} firstDay={firstDay} days={await listNetworkDays()}>
          <PageHeader path={steps} title={found.cityName} />
          <NotYetPublished context={context} path={path} />
        </Frame>
      );
    }
    const { project } = found;
    const fields = inReaderLanguage(context.locale, project.fields);
    const assessments = await listAssessments({ asOf: context.asOf, recordIds: [project.id] });
    const names = await namesInProject(context.locale, fields);
    const publisher = { name: t("frame.name"), origin: siteOrigin() };
    const days = daysOf(found.editions, context.asOf);
    return (
      <Frame context={context} path={path} firstDay={firstDay} days={days}>
        <ProjectHeader path={steps} project={fields} published={project.fields}>
          <WrittenIn context={context} path={path} fields={project.fields} />
          <OriginLine
            context={context}
            edition={project.edition}
            sources={fields.sources}
            cityName={found.cityName}
          />
        </ProjectHeader>
        <ProjectContent
          context={context}
          found={{ ...found, project }}
          fields={fields}
          names={names}
          assessments={assessments}
        />
        <ProjectSources
          context={context}
          path={path}
          found={{ ...found, project }}
          fields={fields}
          publisher={publisher}
        />
      </Frame>
    );
  },
);

/** Returns the links above the title: to the list of cities, the country and the city. */
async function stepsTo(
  context: PageContext,
  city: string,
  { cityName, countryCode, countryName }: PublicProject,
) {
  const t = await getTranslations("public.frame");
  return [
    { href: addressOf(context, "/cities"), label: t("cities") },
    {
      href: addressOf(context, `/countries/${countryCode}`),
      label: countryNameIn(context.locale, countryCode, countryName),
    },
    { href: addressOf(context, `/cities/${city}`), label: knownCityName(context.locale, cityName) },
  ];
}
