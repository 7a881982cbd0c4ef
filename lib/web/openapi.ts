import "server-only";
import { evidenceLevels, ratedClaims } from "@/lib/domain/evidence-rating";
import { stages } from "@/lib/domain/project";
import { toWord } from "@/lib/web/open-data-shapes";
import { projectProperties } from "@/lib/web/openapi-project";

const query = (name: string, schema: object, description: string) => ({
  name,
  in: "query",
  schema,
  description,
});
const path = (name: string, description: string) => ({
  name,
  in: "path",
  required: true,
  schema: { type: "string" },
  description,
});

const text = { type: "string" };
const asOf = query(
  "asOf",
  { type: "string", format: "date" },
  "What was public on this day. Left out: what is public now.",
);
const paging = [
  query("cursor", text, "`nextCursor` of the page before."),
  query("limit", { type: "integer", minimum: 1, maximum: 100, default: 50 }, "Items on a page."),
];
const changesOf = [
  query("city", text, "Slug of a city."),
  query("focusArea", text, "Slug of a focus area that projects name."),
  query("outcome", text, "Slug of an outcome that projects state."),
];
const country = query("country", text, "ISO 3166-1 alpha-2.");

const counts = objectOf(
  ["total", ...stages.map(toWord)].map((name) => [name, { type: "integer" }]),
);
const edition = {
  edition: { type: "integer", description: "Number of the edition, from 1." },
  effectiveOn: {
    type: "string",
    format: "date",
    description: "The day the information holds for.",
  },
  publishedAt: { type: "string", format: "date-time" },
  hash: {
    type: "string",
    description: "SHA-256, hexadecimal, over the edition's content in canonical form (RFC 8785).",
  },
  correction: {
    type: ["string", "null"],
    description:
      "What the secretariat corrected of the spelling, when it was published; null for an edition of the city's.",
  },
};
const verified = {
  type: "array",
  description: "How well the secretariat found claims evidenced: the last rating of each claim.",
  items: {
    type: "object",
    properties: {
      claim: { enum: ratedClaims },
      level: { enum: evidenceLevels },
      sentence: text,
      edition: { type: "integer" },
      effectiveOn: { type: "string", format: "date" },
    },
  },
};
const freeze = {
  type: "object",
  properties: {
    number: { type: "integer", description: "From 1; a further one corrects the one before." },
    frozenAt: { type: "string", format: "date-time" },
    correction: { type: "string", description: "What was corrected; empty in the first." },
    hash: {
      type: "string",
      description:
        "SHA-256, hexadecimal, over [record, edition number, edition hash] of its editions in canonical form (RFC 8785), sorted by record.",
    },
    files: { type: "object", additionalProperties: { type: "string" } },
  },
};
const project = {
  type: "object",
  properties: {
    id: { type: "string", format: "uuid" },
    slug: text,
    city: text,
    country: text,
    ...projectProperties,
    ...edition,
  },
};

/** What open data there is, as an OpenAPI 3.1 document. */
export const openApi = {
  openapi: "3.1.0",
  info: {
    title: "City Action Plans: open data",
    version: "1",
    description:
      "Published editions of the action plans of the ASEAN Smart Cities Network. No key, any origin, JSON. " +
      "Independent: not a service of ASEAN. A parameter that will not do is answered with a problem document (RFC 9457).",
  },
  servers: [{ url: "/api/v1" }],
  paths: {
    "/summary": answering("Totals of a day", [asOf], {
      type: "object",
      properties: {
        asOf: text,
        cities: { type: "integer", description: "Cities with at least one listed project." },
        projects: counts,
        byFocusArea: { type: "object", additionalProperties: { type: "integer" } },
        byCountry: { type: "object", additionalProperties: { type: "integer" } },
      },
    }),
    "/cities": answering("Member cities by slug", [asOf, country, ...paging], listOf({})),
    "/cities/{slug}": answering("One city with figures and plan", [path("slug", "City"), asOf], {}),
    "/projects": answering(
      "Listed projects by title",
      [
        query("city", text, "Slug of a city."),
        country,
        query("cohort", { type: "string", pattern: "^\\d{4}$" }, "Year in which the city joined."),
        query("focusArea", text, "Slug of the focus area that leads; `none` for none."),
        query("outcome", text, "Slug of an outcome the project states."),
        query("stage", { enum: stages.map(toWord) }, "Stage."),
        query("q", { type: "string", maxLength: 200 }, "Words in title, summary or city."),
        asOf,
        ...paging,
      ],
      listOf(project),
    ),
    "/projects/{id}": answering(
      "One project, also one that is listed no more",
      [path("id", "The project's id"), asOf],
      { ...project, properties: { ...project.properties, verified } },
    ),
    "/projects/{id}/editions": answering(
      "Editions of a project, newest first, with their content",
      [path("id", "The project's id"), asOf, ...paging],
      listOf({ type: "object", properties: { ...edition, content: { type: "object" } } }),
    ),
    "/changes": answering(
      "Editions of plans and projects, newest first by the day they hold for, with what each changed",
      [...changesOf, asOf, ...paging],
      listOf({
        type: "object",
        properties: {
          id: { type: "string", format: "uuid", description: "Of the plan or project." },
          kind: { enum: ["plan", "project"] },
          city: text,
          slug: text,
          title: { ...text, description: "Empty for a plan." },
          ...edition,
          changedFields: {
            type: "array",
            items: text,
            description: "Empty for the first edition.",
          },
          stage: { type: ["object", "null"], properties: { before: text, after: text } },
          closing: { type: "object" },
          formerTitle: { type: ["string", "null"] },
        },
      }),
    ),
    "/changes.atom": answering(
      "The latest 50 changes as a feed (Atom, RFC 4287)",
      changesOf,
      {},
      "application/atom+xml",
    ),
    "/due.ics": answering(
      "Milestones and planned ends of a city’s projects as a calendar (iCalendar, RFC 5545)",
      [{ ...query("city", text, "Slug of a city."), required: true }],
      {},
      "text/calendar",
    ),
    "/audit/heads": answering(
      "Where each chain of the history ended on each day, the newest first",
      paging,
      listOf({
        type: "object",
        properties: {
          day: { type: "string", format: "date" },
          chain: { type: "string", description: "Slug of a city, or `network`." },
          place: { type: "integer", description: "Number of the last entry." },
          hash: { type: "string", description: "SHA-256, hexadecimal, of the last entry." },
          publishedAt: { type: "string", format: "date-time" },
        },
      }),
    ),
    "/reports": answering(
      "Frozen reports, newest first, with their freezes and where their files lie",
      [],
      listOf({
        type: "object",
        properties: {
          slug: text,
          name: text,
          asOf: { type: "string", format: "date" },
          projects: counts,
          freezes: { type: "array", items: freeze },
        },
      }),
    ),
    "/reports/{slug}/{file}": answering(
      "A file of a freeze, its number with .json, .csv, .xlsx, .docx or .pdf: made once, never changed",
      [path("slug", "The report"), path("file", "For example `1.json`")],
      {},
      "*/*",
    ),
    "/files/{id}": answering(
      "A file of evidence that an edition names; whole, or in part for a Range",
      [
        path("id", "The file's id, of a project's `files`"),
        query("size", { enum: ["preview"] }, "A smaller picture (WebP) of a picture."),
      ],
      {},
      "*/*",
    ),
  },
};

function objectOf(properties: [string, object][]) {
  return { type: "object", properties: Object.fromEntries(properties) };
}

function listOf(item: object) {
  return {
    type: "object",
    properties: { items: { type: "array", items: item }, nextCursor: { type: ["string", "null"] } },
  };
}

function answering(
  summary: string,
  parameters: object[],
  schema: object,
  mediaType = "application/json",
) {
  const problem = { content: { "application/problem+json": { schema: { type: "object" } } } };
  return {
    get: {
      summary,
      parameters,
      responses: {
        200: { description: summary, content: { [mediaType]: { schema } } },
        400: { description: "A parameter will not do", ...problem },
        403: {
          description: "It is withheld from the public for now; `detail` says why",
          ...problem,
        },
        404: { description: "There is no such thing", ...problem },
      },
    },
  };
}
