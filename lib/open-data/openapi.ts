import "server-only";
import * as z from "zod";
import { licence } from "@/lib/domain/open-data/licence";
import { type Operation, operations } from "@/lib/open-data/operations";

type Schema = Record<string, unknown>;

/** Returns the OpenAPI 3.1 document of the open data, made from the schemas that parse requests and answers. */
export function writeOpenApi() {
  const schemas: Record<string, Schema> = { Problem: problem };
  const paths = Object.fromEntries(
    Object.entries(operations).map(([address, operation]) => [
      address,
      { get: describeOperation(address, operation, schemas) },
    ]),
  );
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "City Action Plans: open data",
      version: "1",
      description:
        "Published editions of the action plans of the ASEAN Smart Cities Network. No key, any origin. Independent: not " +
        "a service of ASEAN. What cannot be answered is said in a problem document (RFC 9457). `x-source` and `x-unit` " +
        "of a field say where its value comes from and in which unit it is.",
      license: { name: licence.name, url: licence.address },
    },
    servers: [{ url: "/api/v1" }],
    paths,
    components: { schemas },
  };
}

function describeOperation(address: string, operation: Operation, schemas: Record<string, Schema>) {
  const { summary, path, parameters, answer } = operation;
  const content =
    answer instanceof z.ZodType
      ? { "application/json": { schema: toSchema(answer, "output", schemas) } }
      : { [answer.mediaType]: {} };
  return {
    operationId: toName(address),
    summary,
    parameters: [...describeParameters(path, "path"), ...describeParameters(parameters, "query")],
    responses: {
      200: { description: summary, headers: validators, content },
      304: { description: "What you have is what you would get", headers: validators },
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [
          status,
          { description, content: problemContent },
        ]),
      ),
    },
  };
}

/** Returns the parameters of an operation in the form of OpenAPI. */
export function describeParameters(parameters: z.ZodRawShape, place: "path" | "query") {
  return Object.entries(parameters).map(([name, schema]) =>
    describeParameter(name, place, schema as z.ZodType),
  );
}

/** Returns one parameter, from the schema of a query that holds it alone. */
function describeParameter(name: string, place: "path" | "query", parameter: z.ZodType) {
  const query = z.toJSONSchema(z.object({ [name]: parameter }), { io: "input" });
  const { [name]: described = {} } = query.properties as Record<string, Schema>;
  const { description = "", ...schema } = described as { description?: string; enum?: string[] };
  return {
    name,
    in: place,
    required: query.required?.includes(name) ?? false,
    description,
    schema,
  };
}

/** Returns a schema as JSON Schema. Schemas with a name of their own are added to `schemas` and referred to. */
function toSchema(schema: z.ZodType, io: "input" | "output", schemas: Record<string, Schema>) {
  const text = JSON.stringify(z.toJSONSchema(schema, { io }));
  const {
    $defs,
    $schema: _,
    ...own
  } = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'));
  Object.assign(schemas, $defs);
  return own as Schema;
}

/** Returns "getProjectsIdEditions" for "/projects/{id}/editions". */
function toName(address: string) {
  const words = address.split(/[^A-Za-z]+/u).filter(Boolean);
  return `get${words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("")}`;
}

const problem = {
  type: "object",
  description: "RFC 9457.",
  required: ["type", "status", "title", "detail"],
  properties: {
    type: { type: "string" },
    status: { type: "integer" },
    title: { type: "string" },
    detail: { type: "string" },
    parameter: { type: "string", description: "The invalid parameter." },
  },
};
const problemContent = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};
const refusals = {
  400: "Invalid parameter",
  403: "Temporarily withheld from the public; `detail` gives the notice",
  404: "Not found",
  429: "Too many requests in a minute; `Retry-After` says when to try again",
  503: "Not available right now; `Retry-After` says when to try again",
};
const validators = {
  ETag: { description: "For If-None-Match.", schema: { type: "string" } },
  "Last-Modified": { description: "For If-Modified-Since.", schema: { type: "string" } },
};
