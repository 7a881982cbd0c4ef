import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { EditionFrame } from "@/app/(public)/edition-frame";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { EditionNotice } from "@/components/public/edition/notice";
import { ProjectDetails } from "@/components/public/project/details";
import { ProjectFacts } from "@/components/public/project/facts";
import { ProjectHeader } from "@/components/public/project/header";
import { MilestoneTable } from "@/components/public/project/milestone-table";
import { VerifiedClaims } from "@/components/public/project/verified-claims";
import { OriginLine } from "@/components/public/shared/origin";
import { inReaderLanguage } from "@/components/public/shared/reader-language";
import { Section } from "@/components/public/shared/section";
import { WrittenIn } from "@/components/public/shared/written-in";
import { knownCityName } from "@/lib/domain/language/local-name";
import { partnerSlugsOf } from "@/lib/domain/organisation/partner";
import { agesOf } from "@/lib/domain/progress/ages";
import { addressOf, editionPath } from "@/lib/domain/site/page-context";
import { findEditionPage } from "@/lib/queries/public/edition";
import { namesInProject } from "@/lib/site/project-names";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

type Own = { city: string; project: string; number: string };

const getEdition = cache((city: string, slug: string, number: string) =>
  findEditionPage({ kind: "project", city, slug, number }),
);

export const generateMetadata = pageMetadata<Own>(async ({ city, project, number: asked }) => {
  const found = await getEdition(city, project, asked);
  if (!found) return null;
  const number = Number(asked);
  const t = await getTranslations("promises.edition");
  const title =
    !found.withheld && found.content.kind === "project"
      ? found.content.fields.title
      : found.place.cityName;
  return {
    path: editionPath(found.place, number),
    title: `${title}, ${t("number", { number })}`,
    description: t("description", { title, number, city: found.place.cityName }),
  };
});

/** Shows one edition of a project as it was published. */
export default publicPage<Own>(async ({ context, city, project: slug, number }) => {
  const found = await getEdition(city, slug, number);
  if (!found) return null;
  if (found.withheld || found.content.kind !== "project") {
    return <EditionFrame context={context} found={found} number={number} />;
  }
  const { place, edition, wasEffective, files, editions, ratings, publicTitles, organisations } =
    found;
  const published = found.content.fields;
  const fields = inReaderLanguage(context.locale, published);
  const t = await getTranslations("public.project");
  const names = await namesInProject(context.locale, fields);
  const ages = agesOf(editions.filter((each) => each.number <= edition.number));
  // Links of the edition lead to pages as of its day.
  const then = { ...context, asOf: edition.effectiveOn };
  return (
    <EditionFrame context={context} found={found} number={number}>
      <ProjectHeader
        path={[
          {
            href: addressOf(context, `/cities/${city}`),
            label: knownCityName(context.locale, place.cityName),
          },
          { href: addressOf(context, `/cities/${city}/projects/${slug}`), label: fields.title },
        ]}
        project={fields}
        published={published}
      >
        <WrittenIn context={context} path={editionPath(place, edition.number)} fields={published} />
        <OriginLine
          context={context}
          edition={edition}
          sources={fields.sources}
          cityName={place.cityName}
        />
        <EditionNotice
          context={context}
          record={place}
          edition={edition}
          newest={editions[0] ?? edition}
        />
      </ProjectHeader>
      <ProjectFacts
        context={then}
        project={fields}
        effectiveOn={edition.effectiveOn}
        areaNames={names.areaNames}
        typeNames={names.typeNames}
        ages={ages}
        publicTitles={publicTitles}
      />
      <VerifiedClaims context={then} project={fields} ratings={ratings} />
      <ProjectDetails
        context={then}
        project={fields}
        countryCode={place.countryCode}
        files={files}
        assessments={[]}
        outcomeNames={names.outcomeNames}
        publicTitles={publicTitles}
        partnerSlugs={partnerSlugsOf(wasEffective ? published.partners : [], organisations)}
        organisations={organisations}
        ages={ages}
      >
        {fields.milestones.length > 0 && (
          <Section title={t("milestones")} id="milestones">
            <MilestoneTable context={then} milestones={fields.milestones} />
          </Section>
        )}
      </ProjectDetails>
    </EditionFrame>
  );
});
