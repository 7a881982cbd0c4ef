import "server-only";
import { budgetSums, dollarsOf } from "@/lib/domain/budget";
import { attainmentOf, courseOf, type Indicator, progressOf } from "@/lib/domain/progress";
import { type Stage, stages } from "@/lib/domain/project";
import type { RecordFields } from "@/lib/domain/record";
import type { Tally } from "@/lib/domain/tally";
import { publicTranslations } from "@/lib/domain/translation";
import type { Change } from "@/lib/queries/public-changes";
import type { PublicCity } from "@/lib/queries/public-city";
import type { EditionFacts } from "@/lib/queries/public-editions";
import type { ListedProject } from "@/lib/queries/public-projects";
import type { CityTotal } from "@/lib/queries/public-totals";

/** A choice as open data spells it, like the names of fields: "not_stated" → "notStated". */
export function toWord(choice: string): string {
  return choice.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The stage that open data spells this way; undefined when there is none. */
export function toStage(word: string): Stage | undefined {
  return stages.find((stage) => toWord(stage) === word);
}

/** A tally's numbers by stage as open data tells them. */
export function toCounts({ total, byStage }: Tally) {
  const { planning, ongoing, completed, not_stated: notStated } = byStage;
  return { total, planning, ongoing, completed, notStated };
}

/** A project as open data tells it: all that its edition holds, areas and outcomes by slug as well. */
export function toProjectData(project: ListedProject) {
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

/** An indicator with what is computed of it; null where it cannot be said (docs/progress.md). */
function toIndicatorData(indicator: Indicator) {
  const attained = attainmentOf(indicator);
  const course = courseOf(indicator);
  return {
    ...indicator,
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
    projects: toCounts(city.tally),
  };
}

/** One city with its figures and its plan. */
export function toCityDetails({ tally, plan, country, ...city }: PublicCity) {
  return {
    ...city,
    country: country.code,
    projects: toCounts(tally),
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
export function toEditionData(edition: EditionFacts) {
  return {
    edition: edition.number,
    effectiveOn: edition.effectiveOn,
    publishedAt: edition.publishedAt,
    hash: edition.hash,
    correction: edition.correction,
  };
}
