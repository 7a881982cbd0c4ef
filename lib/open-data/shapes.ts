import "server-only";
import { toWord } from "@/lib/domain/open-data/word";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { budgetSums, dollarsOf } from "@/lib/domain/progress/budget";
import { datedMilestone, stateOf } from "@/lib/domain/progress/dated";
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
import type { Change } from "@/lib/queries/public/changes";
import type { PublicCity } from "@/lib/queries/public/city";
import type { EditionFacts, OwnedEdition, PublicEdition } from "@/lib/queries/public/editions";
import type { PublishedEnd } from "@/lib/queries/public/history";
import type { ListedProject } from "@/lib/queries/public/projects";
import type { listReports } from "@/lib/queries/public/reports";
import type { CityTotal } from "@/lib/queries/public/totals";

/** A tally's numbers by stage as open data tells them. */
function toCounts({ total, byStage }: Aggregate) {
  const { planning, ongoing, completed, not_stated: notStated } = byStage;
  return { total, planning, ongoing, completed, notStated };
}

/**
 * A project as open data tells it: all that its edition holds, areas and outcomes by slug as well, and what became of its
 * dates by the day `today`.
 */
export function toProjectData(project: ListedProject, today: Day) {
  const { id, slug, citySlug, countryCode, fields, edition, files } = project;
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
    translations: toTranslationData(fields),
    progress: progress && {
      percent: progress.percent,
      doneWeight: progress.doneWeight,
      wholeWeight: progress.wholeWeight,
    },
    milestones: fields.milestones.map((milestone) => ({
      ...milestone,
      state: stateOfMilestone(milestone, edition.effectiveOn, today),
    })),
    lateReasons: lateReasonsOf(fields, edition.effectiveOn, today),
    indicators: fields.indicators.map(toIndicatorData),
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

/** The texts in local languages, each with whether the English changed since; those whose English is gone are left out. */
function toTranslationData(fields: RecordFields) {
  return publicTranslations(fields).map(({ language, of, text, englishHash, isStale }) => ({
    language,
    of,
    text,
    englishHash,
    isStale,
  }));
}

/** What became of a milestone by a day; null where no date was ever named for it. */
function stateOfMilestone(
  milestone: ListedProject["fields"]["milestones"][number],
  effectiveOn: Day,
  today: Day,
) {
  if (milestone.droppedReason !== "") return "dropped";
  const dated = datedMilestone(milestone, effectiveOn);
  if (!dated) return null;
  const state = stateOf(dated, today);
  return state.kind === "done" && state.late ? "doneLate" : state.kind;
}

/** An indicator with what is computed of it; null where it cannot be said (docs/progress.md). */
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

/** A city of a list. */
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

/** One city with its figures and its plan. */
export function toCityDetails({ aggregate, plan, withheldPlan, country, ...city }: PublicCity) {
  return {
    ...city,
    withheldPlan: withheldPlan && { ...withheldPlan, at: withheldPlan.at.toISOString() },
    country: country.code,
    projects: toCounts(aggregate),
    plan: plan && {
      period: plan.slug,
      ...plan.fields,
      translations: toTranslationData(plan.fields),
      ...toEditionData(plan.edition),
    },
  };
}

/** An edition with what it changed against the one before it. */
export function toChangeData(change: Change) {
  const { recordId, kind, citySlug, slug, title, changedFields, formerTitle } = change;
  const { stage, closing } = change;
  return {
    id: recordId,
    kind,
    city: citySlug,
    slug,
    title,
    ...toEditionData(change),
    changedFields,
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

/** What tells one edition from all others, and what the secretariat corrected in it. */
function toEditionData(edition: EditionFacts) {
  return {
    edition: edition.number,
    effectiveOn: edition.effectiveOn,
    publishedAt: edition.publishedAt.toISOString(),
    hash: edition.hash,
    correction: edition.correction,
  };
}

/** One edition with the content that its hash is made of. */
export function toWholeEdition({ content, ...edition }: PublicEdition) {
  if (content.kind !== "project") throw new Error("An edition of a project holds a plan");
  return { ...toEditionData(edition), content };
}

/** One edition of any record, with whose it is. */
export function toOwnedEdition({ recordId, citySlug, slug, content, ...edition }: OwnedEdition) {
  return { id: recordId, city: citySlug, slug, ...toEditionData(edition), content };
}

/** Where one chain of the history ended. */
export function toChainHead(end: PublishedEnd) {
  return { ...end, publishedAt: end.publishedAt.toISOString() };
}

/** A frozen report with where its files lie. */
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

/** The totals of a day: of cities those with a listed project, of focus areas each that there is. */
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
