import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { NewestEdition } from "@/components/public/frame/newest-edition";
import { CitiesOfTerm } from "@/components/public/network/cities-of-term";
import { Follow } from "@/components/public/network/follow";
import { LateProjects } from "@/components/public/network/late-projects";
import { OutcomeProgress } from "@/components/public/network/outcome-progress";
import { OutcomeProjects } from "@/components/public/network/outcome-projects";
import { SupportCounts } from "@/components/public/network/support-counts";
import { TermHeader } from "@/components/public/network/term-header";
import { TotalsInTime } from "@/components/public/network/totals-in-time";
import { AimSection } from "@/components/public/outcome/aim-section";
import { aimsInLanguage } from "@/components/public/outcome/aims-in-language";
import { AssessedProjects } from "@/components/public/outcome/assessed-projects";
import { BudgetSums } from "@/components/public/shared/budget-sums";
import { countRows } from "@/components/public/shared/count-rows";
import { CountTable } from "@/components/public/shared/count-table";
import { Section } from "@/components/public/shared/section";
import { StageCounts } from "@/components/public/shared/stage-counts";
import { PageHeader } from "@/components/ui/page-header";
import { projectsServing } from "@/lib/domain/progress/city-aims";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import { readAims } from "@/lib/queries/public/aims";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { listLate } from "@/lib/queries/public/late";
import { findNewestEdition } from "@/lib/queries/public/newest";
import { listPublicProjects } from "@/lib/queries/public/projects";
import { listRatingsOf } from "@/lib/queries/public/ratings";
import type { PublicTerm } from "@/lib/queries/public/terms";
import { listCityTotals, totalOfCities } from "@/lib/queries/public/totals";
import { listTotalsInTime } from "@/lib/queries/public/totals-in-time";
import { focusAreasIn, outcomesIn, subjectsIn } from "@/lib/site/framework-names";
import { readDay } from "@/lib/site/open-page";

type Params = { outcome: string; cursor?: string };

/** The number of projects on a page, each with everything that it states about the outcome. */
const limit = 20;

const getOutcomes = cache(outcomesIn);

export const outcomeMetadata = pageMetadata<Params>(async ({ context, outcome, cursor }) => {
  const term = (await getOutcomes(context.locale)).find((candidate) => candidate.slug === outcome);
  if (!term) return null;
  const t = await getTranslations();
  return {
    path: pathOf(outcome, cursor),
    feed: `?outcome=${outcome}`,
    title: cursor ? t("network.outcome.continued", { outcome: term.name }) : term.name,
    description: t("public.term.description", { name: term.name }),
  };
});

/** Shows one outcome of the framework: the projects that state it and their indicators, with links. */
export const outcomePage = publicPage<Params>(async ({ context, firstDay, outcome, cursor }) => {
  const term = (await getOutcomes(context.locale)).find((candidate) => candidate.slug === outcome);
  if (!term) return null;
  const projects = await projectsOf(context, outcome, cursor);
  if (!projects) return null;
  if (!cursor) return wholePage(context, firstDay, term, projects);
  const t = await getTranslations();
  const first = addressOf(context, `/outcomes/${outcome}`);
  return (
    <Frame
      context={context}
      path={pathOf(outcome, cursor)}
      firstDay={firstDay}
      days={await listNetworkDays()}
    >
      <PageHeader
        path={[
          { href: addressOf(context, ""), label: t("public.frame.home") },
          { href: first, label: term.name },
        ]}
        title={t("network.outcome.continued", { outcome: term.name })}
      />
      {projects}
      <p>
        <a href={`${first}#projects`}>{t("public.projects.first")}</a>
      </p>
    </Frame>
  );
});

async function wholePage(
  context: PageContext,
  firstDay: string | null,
  term: PublicTerm,
  projects: React.ReactNode,
) {
  const { asOf } = context;
  const choice = { kind: "outcome", term: term.slug } as const;
  const filters = { outcome: term.slug };
  const [t, sources, subjects, cities, points, late, areas, newest, days] = await Promise.all([
    getTranslations(),
    readAims({ outcome: term.slug }, asOf),
    subjectsIn(context.locale),
    listCityTotals(asOf, choice),
    listTotalsInTime(asOf, choice),
    listLate(asOf, filters, 8),
    focusAreasIn(context.locale),
    findNewestEdition(asOf),
    listNetworkDays(),
  ]);
  const aggregate = totalOfCities(cities);
  const aims = aimsInLanguage(context.locale, sources, readDay(context));
  const serving = projectsServing(sources, term.slug);
  // A sum is of all of them or is not shown.
  const budget = sources.isWhole ? serving.flatMap(({ fields }) => fields.budget) : [];
  return (
    <Frame context={context} path={pathOf(term.slug)} firstDay={firstDay} days={days}>
      <TermHeader context={context} kind="outcome" term={term} />
      <AimSection
        context={context}
        outcome={term.slug}
        aims={aims}
        subjects={subjects}
        isWhole={sources.isWhole}
      />
      <StageCounts context={context} aggregate={aggregate} filters={filters} />
      {aggregate.total > 0 && (
        <>
          <Section title={t("network.outcome.progress")} id="progress">
            <OutcomeProgress context={context} outcomes={[{ ...term, aggregate }]} />
          </Section>
          <TotalsInTime
            context={context}
            points={points}
            newestDay={newest?.effectiveOn ?? null}
            filters={filters}
          />
          <Section title={t("public.home.focusAreas")} id="focus-areas">
            <CountTable
              label={t("public.home.focusAreas")}
              header={t("public.home.focusArea")}
              rows={countRows(context, {
                terms: areas,
                aggregate: aggregate.byFocusArea,
                path: "/focus-areas",
                filter: "focusArea",
                filters,
                rest: { name: t("public.home.noFocusArea"), total: aggregate.total },
              })}
            />
          </Section>
          <CitiesOfTerm context={context} cities={cities} filters={filters} />
        </>
      )}
      <Section title={t("public.term.serving")} id="projects">
        {aggregate.total === 0 ? (
          <p className="max-w-text">{t("public.term.noneOutcome")}</p>
        ) : (
          <>
            <p>
              <a href={addressOf(context, "/projects", filters)}>
                {t("public.term.all", { count: aggregate.total })}
              </a>
            </p>
            {projects}
          </>
        )}
        <AssessedProjects context={context} projects={serving} />
      </Section>
      {budget.length > 0 && (
        <Section title={t("progress.budget.title")} id="money">
          <p className="max-w-text">{t("aims.money")}</p>
          <div className="max-w-text">
            <BudgetSums budget={budget} />
          </div>
        </Section>
      )}
      {aggregate.total > 0 && (
        <>
          <LateProjects context={context} aggregate={aggregate} projects={late} filters={filters} />
          <SupportCounts context={context} aggregate={aggregate} filters={filters} />
        </>
      )}
      <Section title={t("network.outcome.sum")} id="sum">
        <div className="flex max-w-text flex-col gap-2">
          <p>{t("network.outcome.sumProjects")}</p>
          <p>{t("network.outcome.sumIndicators")}</p>
          <p>{t("network.outcome.trace")}</p>
        </div>
      </Section>
      <NewestEdition context={context} edition={newest} />
      <Follow outcome={term.slug} />
    </Frame>
  );
}

/**
 * Returns a page of the projects that state the outcome, and the cursor of the next page; null for an invalid cursor.
 */
async function projectsOf(context: PageContext, outcome: string, cursor: string | null = null) {
  const { asOf } = context;
  const [t, page, areas] = await Promise.all([
    getTranslations("public.projects"),
    listPublicProjects({ outcome }, { asOf, cursor, limit }),
    focusAreasIn(context.locale),
  ]);
  if ("unknown" in page) return null;
  const ratings = await listRatingsOf(
    page.projects.map((project) => project.id),
    asOf,
  );
  return (
    <>
      <OutcomeProjects
        context={context}
        outcome={outcome}
        projects={page.projects}
        ratings={ratings}
        areaNames={Object.fromEntries(areas.map(({ slug, name }) => [slug, name]))}
      />
      {page.nextCursor && (
        <p className="pt-4">
          <a href={addressOf(context, pathOf(outcome, page.nextCursor))}>{t("more")}</a>
        </p>
      )}
    </>
  );
}

function pathOf(outcome: string, cursor?: string) {
  return `/outcomes/${outcome}${cursor ? `/after/${cursor}` : ""}`;
}
