import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { EditionFrame } from "@/app/(public)/edition-frame";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { CityFigures } from "@/components/public/city/figures";
import { PlanSection } from "@/components/public/city/plan-section";
import { EditionNotice } from "@/components/public/edition/notice";
import { OriginLine } from "@/components/public/shared/origin";
import { inReaderLanguage } from "@/components/public/shared/reader-language";
import { PageHeader } from "@/components/ui/page-header";
import { agesOf } from "@/lib/domain/progress/ages";
import { addressOf, editionPath } from "@/lib/domain/site/page-context";
import { findEditionPage } from "@/lib/queries/public/edition";
import { focusAreasIn, namesOf, outcomesIn } from "@/lib/site/framework-names";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

type Own = { city: string; plan: string; number: string };

const getEdition = cache((city: string, slug: string, number: string) =>
  findEditionPage({ kind: "plan", city, slug, number }),
);

export const generateMetadata = pageMetadata<Own>(async ({ city, plan, number: asked }) => {
  const found = await getEdition(city, plan, asked);
  if (!found) return null;
  const number = Number(asked);
  const t = await getTranslations("promises");
  const title = t("cite.plan", { period: plan.replace("-", "–") });
  return {
    path: editionPath(found.place, number),
    title: `${title}, ${found.place.cityName}, ${t("edition.number", { number })}`,
    description: t("edition.description", { title, number, city: found.place.cityName }),
  };
});

/** Shows one edition of a plan's profile as it was published. */
export default publicPage<Own>(async ({ context, city, plan, number }) => {
  const found = await getEdition(city, plan, number);
  if (!found) return null;
  if (found.withheld || found.content.kind !== "plan") {
    return <EditionFrame context={context} found={found} number={number} />;
  }
  const { place, edition, editions } = found;
  const { fields } = found.content;
  const translated = inReaderLanguage(context.locale, fields);
  const t = await getTranslations("promises.cite");
  const [areas, outcomes] = await Promise.all([
    focusAreasIn(context.locale),
    outcomesIn(context.locale),
  ]);
  const then = { ...context, asOf: edition.effectiveOn };
  return (
    <EditionFrame context={context} found={found} number={number}>
      <PageHeader
        path={[{ href: addressOf(context, `/cities/${city}`), label: place.cityName }]}
        title={`${place.cityName}: ${t("plan", { period: plan.replace("-", "–") })}`}
      >
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
      </PageHeader>
      <PlanSection
        context={then}
        path={editionPath(place, edition.number)}
        cityName={place.cityName}
        plan={{ slug: plan, fields }}
        translated={translated}
        areaNames={namesOf(areas)}
        outcomeNames={namesOf(outcomes)}
        assessments={[]}
        ages={agesOf(editions.filter((each) => each.number <= edition.number))}
      />
      <CityFigures
        context={then}
        figures={[]}
        planFigures={translated.figures}
        note={null}
        since={null}
      />
    </EditionFrame>
  );
});
