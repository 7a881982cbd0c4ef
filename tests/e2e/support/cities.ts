import { type Account, account } from "@/tests/e2e/support/accounts";
import { aPerson } from "@/tests/e2e/support/clients";
import { projectsOf, withTestDatabase } from "@/tests/e2e/support/database";

/** Cities that tests read as they were seeded, so no test edits them. */
const untouched = ["phuket", "makassar", "battambang", "cebu-city", "bandar-seri-begawan"];
const handedOut = new Set<string>(untouched);

type Project = Awaited<ReturnType<typeof projectsOf>>[number];
type Person = Account & { name: string };
type OwnCity = { city: string; projects: [Project, ...Project[]]; editor: Person; lead: Person };

/**
 * Returns a seeded city that no other test of this worker has, with an editor and a lead of its own, and at least this
 * many listed projects that can be submitted. The city is in this country, or in any country without clearance.
 */
export async function ownCity(
  wanted: { projects?: number; country?: string } = {},
): Promise<OwnCity> {
  const candidates = await listCities(wanted.country);
  for (const city of candidates.filter((city) => !handedOut.has(city))) {
    const [first, ...others] = await withSummary(await projectsOf(city));
    if (!first || others.length + 1 < (wanted.projects ?? 1)) continue;
    handedOut.add(city);
    const editor = await aPerson({ ...account("editor"), city }, "Editor");
    const lead = await aPerson({ ...account("lead"), city }, "Lead");
    return { city, projects: [first, ...others], editor, lead };
  }
  throw new Error("Every city of the seed is in use: give some tests one together");
}

/** Returns the projects that can be submitted as they are. Of some projects the documents give only the title. */
function withSummary(projects: Project[]): Promise<Project[]> {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select "recordId" as id from "Draft" where content->>'summary' <> '' and "recordId" = any($1::uuid[])`,
      [projects.map(({ id }) => id)],
    );
    return projects.filter(({ id }) => rows.some((row) => row.id === id));
  });
}

function listCities(country: string | undefined): Promise<string[]> {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select c.slug from "City" c join "Country" k on k.code = c."countryCode"
        where case when $1::text is null then not k."requiresClearance" else k.code = $1 end order by c.slug`,
      [country ?? null],
    );
    return rows.map(({ slug }) => slug);
  });
}
