import "server-only";
import { type Stage, stages } from "@/lib/domain/project";
import type { Tally } from "@/lib/domain/tally";
import type { PublicCity } from "@/lib/queries/public-city";
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
export function toProjectData({ id, slug, citySlug, countryCode, fields, edition }: ListedProject) {
  const { focusAreas, contributions, stage, schedule, closing, ...rest } = fields;
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
    ...toEditionData(edition),
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
    plan: plan && { period: plan.slug, ...plan.fields, ...toEditionData(plan.edition) },
  };
}

/** What tells one edition from all others. */
export function toEditionData(edition: {
  number: number;
  effectiveOn: string;
  publishedAt: Date;
  hash: string;
}) {
  return {
    edition: edition.number,
    effectiveOn: edition.effectiveOn,
    publishedAt: edition.publishedAt,
    hash: edition.hash,
  };
}
