import "server-only";
import { closings, schedules, stages } from "@/lib/domain/project";
import { toWord } from "@/lib/web/open-data-shapes";

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
};
const slugs = { type: "array", items: text };
const items = { type: "array", items: { type: "object" } };
const partialDate = { type: ["string", "null"], description: "2025, 2025-09 or 2025-09-30." };

const project = objectOf([
  ["id", { type: "string", format: "uuid" }],
  ...["slug", "city", "country", "title", "summary", "description"].map(
    (name): [string, object] => [name, text],
  ),
  ["stage", { enum: stages.map(toWord) }],
  ["schedule", { enum: [...schedules.map(toWord), null] }],
  ["closing", { enum: [...closings.map(toWord), null] }],
  ["focusAreas", { ...slugs, description: "The first one leads, and counts in the summary." }],
  ["outcomes", slugs],
  ["startsOn", partialDate],
  ["endsOn", partialDate],
  ...["milestones", "indicators", "supportNeeded", "partners", "sources"].map(
    (name): [string, object] => [name, items],
  ),
  ...Object.entries(edition),
]);

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
      project,
    ),
    "/projects/{id}/editions": answering(
      "Editions of a project, newest first, with their content",
      [path("id", "The project's id"), asOf, ...paging],
      listOf({ type: "object", properties: { ...edition, content: { type: "object" } } }),
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

function answering(summary: string, parameters: object[], schema: object) {
  const problem = { content: { "application/problem+json": { schema: { type: "object" } } } };
  return {
    get: {
      summary,
      parameters,
      responses: {
        200: { description: summary, content: { "application/json": { schema } } },
        400: { description: "A parameter will not do", ...problem },
        404: { description: "There is no such thing", ...problem },
      },
    },
  };
}
