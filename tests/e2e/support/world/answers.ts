import { compilerOf, type OpenApi } from "@/tests/e2e/support/openapi";
import { faultsIn } from "@/tests/e2e/support/world/page-faults";
import { faultsOfFile } from "@/tests/e2e/support/world/parse";
import type { WorldServer } from "@/tests/e2e/support/world/server";

/**
 * Requests everything that open data describes, for every project and city of the world, and its files. Returns what
 * does not match its schema, cannot be parsed, or contains what `faultsIn` finds.
 */
export async function faultsOfAnswers({ read, world }: WorldServer): Promise<string[]> {
  const document: OpenApi = JSON.parse((await read("/api/v1/openapi.json")).body.toString("utf8"));
  const compile = compilerOf(document);
  const projects = Object.entries(world.projects).filter(([name]) => name !== "withheld");
  const values: Record<string, string[]> = {
    "/cities/{slug}": Object.keys(world.plans),
    "/projects/{id}": projects.map(([, { id }]) => id),
    "/projects/{id}/editions": projects.map(([, { id }]) => id),
    // The PDF contains what its page contains, which is read above (tests/e2e/reports.spec.ts makes one).
    "/reports/{slug}/{file}": ["json", "csv", "xlsx", "docx"].map(
      (format) => `${world.reports.frozen}/2.${format}`,
    ),
    "/due.ics": Object.keys(world.plans).map((city) => `?city=${city}`),
    "/{table}.csv": tablesOf(document, "/{table}.csv"),
    "/{table}.xlsx": ["projects", "project-milestones", "project-translations"],
  };
  const files = await filesOf(read, world.projects["full"]?.id);
  const faults: string[] = [];
  for (const [path, { get }] of Object.entries(document.paths)) {
    // This file is made by a job; tests/e2e/open-data.spec.ts waits for it.
    if (path === "/dump.zip") continue;
    const named = path === "/files/{id}" ? files : (values[path] ?? [""]);
    const schema = Object.values(get.responses["200"]?.content ?? {})[0]?.schema;
    const validate = schema?.["$ref"] || schema?.["type"] ? compile(schema) : null;
    for (const value of named) {
      const address = `/api/v1${path.includes("{") ? path.replace(/\{.*\}/u, value) : path + value}`;
      const answer = await read(address);
      if (answer.status !== 200) faults.push(`${address}: ${answer.status}`);
      else if (answer.type.includes("json")) {
        const text = answer.body.toString("utf8");
        if (validate && !validate(JSON.parse(text)))
          faults.push(`${address}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
        faults.push(...faultsIn(text).map((fault) => `${address}: ${fault}`));
      } else faults.push(...(await faultsOfFile(answer)));
    }
  }
  return faults;
}

function tablesOf(document: OpenApi, path: string): string[] {
  const named = document.paths[path]?.get.parameters.find(({ name }) => name === "table");
  return named?.schema.enum ?? [];
}

/** Returns the files of evidence of a project, whole and as smaller pictures. */
async function filesOf(read: WorldServer["read"], id = ""): Promise<string[]> {
  const answer = await read(`/api/v1/projects/${id}`);
  const { files } = JSON.parse(answer.body.toString("utf8"));
  return files.flatMap((file: { id: string; mediaType: string }) =>
    file.mediaType.startsWith("image/") ? [file.id, `${file.id}?size=preview`] : [file.id],
  );
}
