import "server-only";
import * as z from "zod";
import { changeData } from "@/lib/domain/open-data/change";
import { cityData, cityDetails } from "@/lib/domain/open-data/city";
import { dictionaryEntry } from "@/lib/domain/open-data/dictionary";
import { editionData } from "@/lib/domain/open-data/edition";
import { organisationData } from "@/lib/domain/open-data/organisation";
import { projectData, projectDetails } from "@/lib/domain/open-data/project";
import { chainHeadData, reportData } from "@/lib/domain/open-data/report";
import { summaryData } from "@/lib/domain/open-data/summary";
import { countryData, termData } from "@/lib/domain/open-data/term";
import { tables } from "@/lib/open-data/datasets";
import {
  changeParameters,
  dayParameters,
  pagedParameters,
  pageParameters,
  projectParameters,
} from "@/lib/open-data/parameters";

/** One operation of open data: its parameters and its answer. */
export type Operation<S extends z.ZodRawShape = z.ZodRawShape, A extends z.ZodType = z.ZodType> = {
  summary: string;
  /** The parameters in the path. */
  path: Record<string, z.ZodType>;
  parameters: S;
  /** The schema of a JSON answer, or the media type of another answer. */
  answer: A | { mediaType: string };
};

/** An operation that answers JSON: `answer` parses and describes it. */
type JsonOperation<S extends z.ZodRawShape, A extends z.ZodType> = Operation<S, A> & { answer: A };

function json<S extends z.ZodRawShape, A extends z.ZodType>(
  summary: string,
  parameters: S,
  answer: A,
  path: Record<string, z.ZodType> = {},
): JsonOperation<S, A> {
  return { summary, path, parameters, answer };
}

function file<S extends z.ZodRawShape>(
  summary: string,
  parameters: S,
  mediaType: string,
  path: Record<string, z.ZodType> = {},
) {
  return { summary, path, parameters, answer: { mediaType } };
}

function pageOf<I extends z.ZodType>(item: I) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().meta({ description: "Null on the last page." }),
  });
}

/** Returns the schema of a path parameter with its description. */
function named(meaning: string) {
  return z.string().meta({ description: meaning });
}

const id = { id: named("The project's id.") };
const table = {
  table: z.enum(tables.map(({ name }) => name)).meta({ description: "The table." }),
};
const tableParameters = {
  ...dayParameters,
  ...projectParameters,
  focusArea: projectParameters.focusArea.meta({
    description: "Slug of a focus area: for projects the main focus area, for changes any.",
  }),
};

/** Every operation of open data, by its address below /api/v1. */
export const operations = {
  "/summary": json("Totals of a day", dayParameters, summaryData),
  "/cities": json(
    "Member cities by slug",
    { ...pagedParameters, country: projectParameters.country },
    pageOf(cityData),
  ),
  "/cities/{slug}": json("One city with figures and plan", dayParameters, cityDetails, {
    slug: named("Slug of the city."),
  }),
  "/projects": json(
    "Projects by title or, with `q`, the best match first; only listed projects unless `closing` asks for others",
    { ...pagedParameters, ...projectParameters },
    pageOf(projectData),
  ),
  "/projects/{id}": json(
    "One project, including projects that are no longer listed",
    dayParameters,
    projectDetails,
    id,
  ),
  "/projects/{id}/editions": json(
    "Editions of a project, newest first, with their content",
    pagedParameters,
    pageOf(editionData),
    id,
  ),
  "/changes": json(
    "Editions of plans and projects, newest first by the date from which they are valid, with the changes in each",
    { ...pagedParameters, ...changeParameters },
    pageOf(changeData),
  ),
  "/changes.atom": file(
    "The latest 50 changes as a feed (Atom, RFC 4287)",
    changeParameters,
    "application/atom+xml",
  ),
  "/due.ics": file(
    "Milestones and planned ends of a city’s projects and dated targets of its plan, as a calendar (iCalendar, RFC 5545)",
    { city: z.string().meta({ description: "Slug of a city." }) },
    "text/calendar",
  ),
  "/audit/heads": json(
    "Where each chain of the history ended with each publication, the newest first",
    pageParameters,
    pageOf(chainHeadData),
  ),
  "/reports": json(
    "Published reports, newest first, with their versions and the addresses of their files",
    {},
    pageOf(reportData),
  ),
  "/reports/{slug}/{file}": file(
    "A file of a report version: its number with .json, .csv, .xlsx, .docx or .pdf. A file never changes",
    {},
    "*/*",
    { slug: named("The report."), file: named("For example `1.json`.") },
  ),
  "/files/{id}": file(
    "A file of evidence that an edition names; whole, or in part for a Range",
    {
      size: z
        .literal("preview")
        .optional()
        .meta({ description: "A smaller picture (WebP) of a picture." }),
    },
    "*/*",
    { id: named("The file's id, of a project's `files`.") },
  ),
  "/focus-areas": json("Focus areas of the framework", {}, pageOf(termData)),
  "/outcomes": json("Outcomes of the framework", {}, pageOf(termData)),
  "/organisations": json(
    "Organisations that partners’ names mean, with their names",
    pageParameters,
    pageOf(organisationData),
  ),
  "/countries": json("Countries of the network", {}, pageOf(countryData)),
  "/dictionary": json("What every field of every table means", {}, pageOf(dictionaryEntry)),
  "/dump.zip": file(
    "One file with everything: each table as CSV, everything as JSON, every edition with its content, the dictionary and the licence. Made anew within a minute after a publication; whole, or in part for a Range",
    {},
    "application/zip",
  ),
  "/{table}.csv": file(
    "One table whole (RFC 4180, UTF-8); those of projects take all these filters and are by title, those of changes take city, focusArea and outcome. A text that a spreadsheet would run as a formula has an apostrophe before it",
    tableParameters,
    "text/csv",
    table,
  ),
  "/{table}.xlsx": file(
    "The same as a workbook, with a sheet that explains its columns",
    tableParameters,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    table,
  ),
} as const;
