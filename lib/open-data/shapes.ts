import "server-only";
import { type Assessment, assessmentsOf } from "@/lib/domain/assessment/assessment";
import { toWord } from "@/lib/domain/open-data/word";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { budgetSums, dollarsOf } from "@/lib/domain/progress/budget";
import { type DatedEdition, datedMilestone, stateOf } from "@/lib/domain/progress/dated";
import { lateReasonsOf } from "@/lib/domain/progress/late";
import {
  attainmentOf,
  courseOf,
  type Indicator,
  progressOf,
  reachedOf,
} from "@/lib/domain/progress/progress";
import { publicTranslations } from "@/lib/domain/record/local-texts";
import type { RecordFields } from "@/lib/domain/record/record";
import { reportFileFormats } from "@/lib/domain/report/file";
import type { Day } from "@/lib/domain/values/day";
import type { PublicAssessment } from "@/lib/queries/public/assessments";
import type { Change } from "@/lib/queries/public/changes";
import type { PublicCity } from "@/lib/queries/public/city";
import type { EditionFacts, OwnedEdition, PublicEdition } from "@/lib/queries/public/editions";
import type { PublishedEnd } from "@/lib/queries/public/history";
import type { NamedOrganisation, PublicOrganisation } from "@/lib/queries/public/organisations";
import type { ListedProject } from "@/lib/queries/public/projects";
import type { listReports } from "@/lib/queries/public/reports";
import type { CityTotal } from "@/lib/queries/public/totals";

/** Returns the numbers by stage of an aggregate, in the form of open data. */
function toCounts({ total, byStage }: Aggregate) {
  const { planning, ongoing, completed, not_stated: notStated } = byStage;
  return { total, planning, ongoing, completed, notStated };
}

/**
 * Returns a project in the form of open data: all fields of its edition, the slugs of its areas and outcomes, and what
 * became of its dates by the day `today`; beside what it states, what is assessed of it.
 */
export function toProjectData(project: ListedProject, assessments: Assessment[], today: Day) {
  const { id, slug, citySlug, countryCode, fields, edition, files, organisations } = project;
  const { focusAreas, contributions, stage, schedule, closing, ...rest } = fields;
  const progress = progressOf(fields.milestones);
  return {
    id,
    slug,
    city: citySlug,
    country: countryCode,
    ...rest,
    stage: toWord(stage),
    schedule: schedule && toWord(schedule),
    closing: closing && toWord(closing),
    focusAreas: focusAreas.map((item) => item.focusArea),
    focusAreaLabels: focusAreas,
    outcomes: contributions.map((item) => item.outcome),
    contributions,
    assessedOutcomes: toAssessedOutcomes(assessments, id, null),
    translations: toTranslationData(fields),
    progress: progress && {
      percent: progress.percent,
      doneWeight: progress.doneWeight,
      wholeWeight: progress.wholeWeight,
    },
    milestones: fields.milestones.map((milestone) => ({
      ...milestone,
      state: stateOfMilestone(milestone, edition, today),
    })),
    lateReasons: lateReasonsOf(fields, edition, today),
    indicators: fields.indicators.map((indicator) => ({
      ...toIndicatorData(indicator),
      assessedOutcomes: toAssessedOutcomes(assessments, id, indicator.id),
    })),
    partners: fields.partners.map((partner) => {
      const organisation = organisations[partner.id];
      return { ...partner, organisation: organisation ? toOrganisationFacts(organisation) : null };
    }),
    budget: fields.budget.map((line) => ({ ...line, dollars: dollarsOf(line) })),
    budgetSums: budgetSums(fields.budget),
    files: files.map(({ id: file, name, mediaType, bytes, sha256 }) => ({
      id: file,
      name,
      mediaType,
      bytes,
      sha256,
      address: `/api/v1/files/${file}`,
    })),
    ...toEditionData(edition),
  };
}

/**
 * Returns the texts in local languages, each with whether it is stale. Texts whose English text no longer exists are
 * left out.
 */
function toTranslationData(fields: RecordFields) {
  return publicTranslations(fields).map(({ language, of, text, englishHash, isStale }) => ({
    language,
    of,
    text,
    englishHash,
    isStale,
  }));
}

/** Returns what became of a milestone by a day; null where no date was ever named for it. */
function stateOfMilestone(
  milestone: ListedProject["fields"]["milestones"][number],
  edition: DatedEdition,
  today: Day,
) {
  if (milestone.droppedReason !== "") return "dropped";
  const dated = datedMilestone(milestone, edition);
  if (!dated) return null;
  const state = stateOf(dated, today);
  return state.kind === "done" && state.late ? "doneLate" : state.kind;
}

/** Returns an indicator with its computed values; null for what cannot be computed (docs/progress.md). */
function toIndicatorData(indicator: Indicator) {
  const attained = attainmentOf(indicator);
  const course = courseOf(indicator);
  return {
    ...indicator,
    isReached: reachedOf(indicator)?.isReached ?? null,
    attainmentPercent: "why" in attained ? null : attained.percent,
    isOnCourse: "why" in course ? null : course.isOnCourse,
  };
}

/** Returns the assessments of a record, or of one entry of it, as open data holds them beside what is stated. */
function toAssessedOutcomes(assessments: Assessment[], recordId: string, entryId: string | null) {
  return assessmentsOf(assessments, recordId, entryId).map(toAssessedOutcome);
}

function toAssessedOutcome(assessment: Assessment) {
  const { id, outcome, why, confidence, sourceTitle, sourceAddress, page, knownOn } = assessment;
  return { id, outcome, why, confidence, source: sourceTitle, sourceAddress, page, knownOn };
}

/** Returns one assessment in the table of all. */
export function toAssessmentData({ citySlug, ...assessment }: PublicAssessment) {
  const { kind, recordId, entryId } = assessment;
  return { ...toAssessedOutcome(assessment), kind, city: citySlug, recordId, entryId };
}

/** Returns what is known of an organisation. */
function toOrganisationFacts({ slug, name, kind, countryCode }: PublicOrganisation) {
  return { key: slug, name, kind, country: countryCode };
}

/** Returns an organisation with the names by which it is matched. */
export function toOrganisationData({ names, ...organisation }: NamedOrganisation) {
  return {
    ...toOrganisationFacts(organisation),
    names: names.map(({ name, within }) => ({ name, onlyIn: within })),
  };
}

/** Returns a city of a list. */
export function toCityData(city: CityTotal) {
  return {
    slug: city.slug,
    name: city.name,
    localName: city.localName,
    country: city.countryCode,
    latitude: city.latitude,
    longitude: city.longitude,
    joinedYear: city.joinedYear,
    projects: toCounts(city.aggregate),
  };
}

/** Returns one city with its figures and its plan, and what is assessed of the plan's targets. */
export function toCityDetails(
  { aggregate, plan, withheldPlan, country, ...city }: PublicCity,
  assessments: Assessment[],
) {
  return {
    ...city,
    withheldPlan: withheldPlan && { ...withheldPlan, at: withheldPlan.at.toISOString() },
    country: country.code,
    projects: toCounts(aggregate),
    plan: plan && {
      period: plan.slug,
      ...plan.fields,
      strategicTargets: plan.fields.strategicTargets.map((target) => ({
        ...target,
        assessedOutcomes: toAssessedOutcomes(assessments, plan.id, target.id),
      })),
      translations: toTranslationData(plan.fields),
      ...toEditionData(plan.edition),
    },
  };
}

/** Returns an edition with its changes from the edition before. */
export function toChangeData(change: Change) {
  const { recordId, kind, citySlug, slug, title, changedFields, describedFields, formerTitle } =
    change;
  const { stage, closing } = change;
  return {
    id: recordId,
    kind,
    city: citySlug,
    slug,
    title,
    ...toEditionData(change),
    changedFields,
    describedFields,
    stage: stage && {
      before: stage.before && toWord(stage.before),
      after: toWord(stage.after),
    },
    closing: {
      before: closing.before && toWord(closing.before),
      after: closing.after && toWord(closing.after),
    },
    formerTitle,
  };
}

/** Returns the fields that identify an edition, and its correction by the secretariat. */
function toEditionData(edition: EditionFacts) {
  return {
    edition: edition.number,
    effectiveOn: edition.effectiveOn,
    publishedAt: edition.publishedAt.toISOString(),
    hash: edition.hash,
    origin: edition.origin,
    correction: edition.correction,
  };
}

/** Returns one edition with the content from which its hash is computed. */
export function toWholeEdition({ content, ...edition }: PublicEdition) {
  if (content.kind !== "project") throw new Error("An edition of a project holds a plan");
  return { ...toEditionData(edition), content };
}

/** Returns one edition of any record with its owner. */
export function toOwnedEdition({ recordId, citySlug, slug, content, ...edition }: OwnedEdition) {
  return { id: recordId, city: citySlug, slug, ...toEditionData(edition), content };
}

/** Returns the published head of one chain of the history. */
export function toChainHead(end: PublishedEnd) {
  return { ...end, publishedAt: end.publishedAt.toISOString() };
}

/** Returns a frozen report with the addresses of its files. */
export function toReportItem({
  slug,
  name,
  asOf,
  aggregate,
  freezes,
}: Awaited<ReturnType<typeof listReports>>[number]) {
  return {
    slug,
    name,
    asOf,
    projects: toCounts(aggregate),
    freezes: freezes.map(({ number, frozenAt, correction, hash }) => ({
      number,
      frozenAt: frozenAt.toISOString(),
      correction,
      hash,
      files: Object.fromEntries(
        reportFileFormats.map((format) => [format, `/api/v1/reports/${slug}/${number}.${format}`]),
      ),
    })),
  };
}

/** Returns the totals of a day: cities with at least one listed project, and every focus area. */
export function toSummary(
  asOf: Day,
  cities: CityTotal[],
  aggregate: Aggregate,
  areas: { slug: string }[],
) {
  const byCountry: Record<string, number> = {};
  for (const city of cities)
    byCountry[city.countryCode] = (byCountry[city.countryCode] ?? 0) + city.aggregate.total;
  return {
    asOf,
    cities: cities.filter((city) => city.aggregate.total > 0).length,
    projects: toCounts(aggregate),
    byFocusArea: Object.fromEntries(
      areas.map(({ slug }) => [slug, aggregate.byFocusArea[slug] ?? 0]),
    ),
    byCountry,
  };
}
