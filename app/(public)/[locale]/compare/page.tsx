import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { CityComparison } from "@/components/public/city/comparison";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { CompareForm } from "@/components/public/lists/compare-form";
import { SelectProjects } from "@/components/public/lists/select-projects";
import { ProjectComparison } from "@/components/public/project/comparison";
import { Section } from "@/components/public/shared/section";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf } from "@/lib/domain/site/page-context";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { readComparison } from "@/lib/site/comparison";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("compare");
  return { path: "/compare", title: t("title"), description: t("description") };
});

/** Shows two to four cities or projects side by side, without a ranking. */
export default publicPage(async ({ context, firstDay, query }) => {
  const t = await getTranslations();
  const comparison = await readComparison(context, query);
  const { choices, outcomes, selected, cities, projects, offered, isKnown, isTooMany } = comparison;
  const missing = selected.ids.length - projects.length;
  return (
    <Frame
      context={context}
      path="/compare"
      query={query}
      firstDay={firstDay}
      days={await listNetworkDays()}
    >
      <PageHeader
        path={[{ href: addressOf(context, ""), label: t("public.frame.home") }]}
        title={t("compare.title")}
      >
        <p className="max-w-text text-lead">{t("compare.lead")}</p>
        {projects.length === 0 && (
          <p className="max-w-text">
            {t.rich("compare.choose", {
              link: (words) => <a href={addressOf(context, "/projects")}>{words}</a>,
            })}
          </p>
        )}
      </PageHeader>
      {!isKnown && (
        <Notice tone="warning">
          <AnswerStatus status={400} />
          <p>{t("compare.unknown")}</p>
        </Notice>
      )}
      {isTooMany && (
        <Notice tone="warning">
          <p>{t("compare.tooMany")}</p>
        </Notice>
      )}
      {missing > 0 && (
        <Notice tone="warning">
          <p>{t("compare.notThen", { count: missing })}</p>
        </Notice>
      )}
      {selected.ids.length === 0 && (
        <CompareForm context={context} selected={selected} {...choices} />
      )}
      {cities.length === 1 && <p className="pt-6">{t("compare.oneMore")}</p>}
      {offered && (
        <SelectProjects
          context={context}
          {...offered}
          areaName={choices.areas.find(({ slug }) => slug === offered.area)?.name ?? ""}
        />
      )}
      {isKnown && cities.length > 1 && (
        <Section title={t("compare.cities")}>
          <CityComparison context={context} cities={cities} focusArea={selected.focusArea} />
        </Section>
      )}
      {isKnown && projects.length > 1 && (
        <Section title={t("compare.projects")}>
          <ProjectComparison
            context={context}
            projects={projects}
            areas={choices.areas}
            outcomes={outcomes}
          />
        </Section>
      )}
    </Frame>
  );
});
