import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

type Json = Record<string, unknown>;
type Parameter = {
  name: string;
  in: "path" | "query";
  required: boolean;
  description?: string;
  schema: Json & { enum?: string[] };
};
type Described = {
  operationId: string;
  parameters: Parameter[];
  responses: Record<string, { content?: Record<string, { schema?: Json }> }>;
};
/** The parts of the description of open data that tests read. */
export type OpenApi = {
  paths: Record<string, { get: Described }>;
  components: { schemas: Record<string, Json> };
};

/** Compiles a schema of the document, with the schemas that it refers to. */
export function compilerOf(document: OpenApi) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "document", ...document });
  return (schema: Json) =>
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')));
}
