import "server-only";
import type * as z from "zod";
import { assessmentData } from "@/lib/domain/open-data/assessment";
import { changeData } from "@/lib/domain/open-data/change";
import { cityDetails } from "@/lib/domain/open-data/city";
import { dictionaryOf } from "@/lib/domain/open-data/dictionary";
import { ownedEditionData } from "@/lib/domain/open-data/edition";
import { organisationData } from "@/lib/domain/open-data/organisation";
import { projectDetails } from "@/lib/domain/open-data/project";
import { chainHeadData, reportData } from "@/lib/domain/open-data/report";
import { summaryData } from "@/lib/domain/open-data/summary";
import { type OpenDataTable, openDataTablesOf } from "@/lib/domain/open-data/table";
import { countryData, termData } from "@/lib/domain/open-data/term";
import { toDay } from "@/lib/domain/values/day";
import { changeParameters, dayParameters, projectParameters } from "@/lib/open-data/parameters";
import { BadParameter } from "@/lib/open-data/problem";
import {
  toAssessmentData,
  toChainHead,
  toChangeData,
  toCityDetails,
  toOrganisationData,
  toOwnedEdition,
  toProjectData,
  toReportItem,
  toSummary,
} from "@/lib/open-data/shapes";
import { listAssessments, listPlanAssessments } from "@/lib/queries/public/assessments";
import { listChanges } from "@/lib/queries/public/changes";
import { findCity } from "@/lib/queries/public/city";
import { listCountries } from "@/lib/queries/public/country";
import { listAllEditions, type OwnedEdition } from "@/lib/queries/public/editions";
import { listPublishedHeads } from "@/lib/queries/public/history";
import { pageOfOrganisations } from "@/lib/queries/public/organisations";
import { listPublicProjects } from "@/lib/queries/public/projects";
import { listRatingsOf } from "@/lib/queries/public/ratings";
import { listReports } from "@/lib/queries/public/reports";
import { listFocusAreas, listOutcomes } from "@/lib/queries/public/terms";
import { listCityTotals, totalOfCities } from "@/lib/queries/public/totals";

/** The number of objects that are read, and held in memory, at once. */
const step = 200;

/** All objects of one kind: how they are made, and their tables. */
export type Dataset = {
  name: string;
  schema: z.ZodType;
  parameters: z.ZodRawShape;
  /** Yields all objects, one after the other. `parameters` has parsed what is asked. */
  list: (asked: never) => AsyncIterable<unknown>;
  tables: OpenDataTable[];
};

type Named = { name: string; singular: string; key: string; meaning: string };

function dataset<S extends z.ZodRawShape, T extends z.ZodType>(
  named: Named,
  schema: T,
  parameters: S,
  list: (asked: z.output<z.ZodObject<S>>) => AsyncIterable<z.input<T>>,
): Dataset {
  return { name: named.name, schema, parameters, list, tables: openDataTablesOf(named, schema) };
}

/** All public data sets. */
export const datasets: Dataset[] = [
  dataset(
    {
      name: "projects",
      singular: "project",
      key: "id",
      meaning: "Projects: only listed projects unless `closing` asks for others.",
    },
    projectDetails,
    { ...dayParameters, ...projectParameters },
    async function* ({ asOf = null, ...filters }) {
      for (let cursor: string | null = null; ; ) {
        // Sorted by title, also in a search: the order by relevance ends at the rows that were ranked
        // (lib/queries/public/projects.ts).
        const page = await listPublicProjects(filters, {
          asOf,
          cursor,
          limit: step,
          order: "title",
        });
        if ("unknown" in page) throw new BadParameter(page.unknown);
        const ids = page.projects.map(({ id }) => id);
        const ratings = await listRatingsOf(ids, asOf);
        const assessments = await listAssessments({ asOf, recordIds: ids });
        const today = asOf ?? toDay(new Date());
        for (const project of page.projects) {
          const verified = ratings.get(project.id) ?? [];
          yield { ...toProjectData(project, assessments, today), verified };
        }
        cursor = page.nextCursor;
        if (cursor === null) return;
      }
    },
  ),
  dataset(
    { name: "cities", singular: "city", key: "slug", meaning: "Member cities and their plans." },
    cityDetails,
    dayParameters,
    async function* ({ asOf = null }) {
      for (const { slug } of await listCityTotals(asOf)) {
        const city = await findCity(slug, asOf);
        if (city) yield toCityDetails(city, await listPlanAssessments(city, asOf));
      }
    },
  ),
  dataset(
    {
      name: "assessments",
      singular: "assessment",
      key: "id",
      meaning:
        "Outcomes that projects, indicators and targets serve as this tracker assesses them, until their cities answer.",
    },
    assessmentData,
    dayParameters,
    async function* ({ asOf = null }) {
      yield* (await listAssessments({ asOf })).map(toAssessmentData);
    },
  ),
  dataset(
    {
      name: "changes",
      singular: "change",
      key: "id",
      meaning: "Editions, newest first, with the changes in each.",
    },
    changeData,
    { ...dayParameters, ...changeParameters },
    async function* ({ asOf = null, ...filters }) {
      for (let cursor: string | null = null; ; ) {
        const page = await listChanges({ asOf, cursor, limit: step, filters });
        yield* (page?.changes ?? []).map(toChangeData);
        cursor = page?.nextCursor ?? null;
        if (cursor === null) return;
      }
    },
  ),
  dataset(
    {
      name: "organisations",
      singular: "organisation",
      key: "key",
      meaning: "The organisations that partners' names mean.",
    },
    organisationData,
    {},
    async function* () {
      for (let cursor: string | null = null; ; ) {
        const page = await pageOfOrganisations({ cursor, limit: step });
        yield* (page?.organisations ?? []).map(toOrganisationData);
        cursor = page?.nextCursor ?? null;
        if (cursor === null) return;
      }
    },
  ),
  dataset(
    { name: "summary", singular: "summary", key: "asOf", meaning: "Totals of a day." },
    summaryData,
    dayParameters,
    async function* ({ asOf }) {
      const [cities, areas] = await Promise.all([listCityTotals(asOf ?? null), listFocusAreas()]);
      yield toSummary(asOf ?? toDay(new Date()), cities, totalOfCities(cities), areas);
    },
  ),
  dataset(
    { name: "reports", singular: "report", key: "slug", meaning: "Published reports." },
    reportData,
    {},
    async function* () {
      yield* (await listReports()).map(toReportItem);
    },
  ),
  dataset(
    {
      name: "chain-heads",
      singular: "chain-head",
      key: "hash",
      meaning: "Where each chain of the history ended on each day.",
    },
    chainHeadData,
    {},
    async function* () {
      for (let cursor: string | null = null; ; ) {
        const page = await listPublishedHeads({ cursor, limit: step });
        if (page === "bad_cursor") return;
        yield* page.heads.map(toChainHead);
        cursor = page.nextCursor;
        if (cursor === null) return;
      }
    },
  ),
  dataset(
    { name: "focus-areas", singular: "focus-area", key: "slug", meaning: "The framework's areas." },
    termData,
    {},
    async function* () {
      yield* await listFocusAreas();
    },
  ),
  dataset(
    { name: "outcomes", singular: "outcome", key: "slug", meaning: "The framework's outcomes." },
    termData,
    {},
    async function* () {
      yield* await listOutcomes();
    },
  ),
  dataset(
    { name: "countries", singular: "country", key: "code", meaning: "Countries of the network." },
    countryData,
    {},
    async function* () {
      yield* await listCountries();
    },
  ),
];

/** Every edition of every record with its content. It has no table, because it holds all fields of both kinds. */
export const editions: Dataset = {
  name: "editions",
  schema: ownedEditionData,
  parameters: {},
  tables: [],
  async *list() {
    for (let last: OwnedEdition | null = null; ; ) {
      const page: OwnedEdition[] = await listAllEditions(last, step);
      yield* page.map(toOwnedEdition);
      last = page.at(-1) ?? null;
      if (page.length < step) return;
    }
  },
};

/** Every table of open data. */
export const tables: OpenDataTable[] = datasets.flatMap((each) => each.tables);

/** The meaning of every column of every table. */
export const dictionary = dictionaryOf(tables);

/** Returns the table with this name and its data set; null when there is none. */
export function findTable(name: string): { dataset: Dataset; table: OpenDataTable } | null {
  for (const dataset of datasets) {
    const table = dataset.tables.find((each) => each.name === name);
    if (table) return { dataset, table };
  }
  return null;
}
