import { type Account, account } from "@/tests/e2e/support/accounts";
import { aPerson } from "@/tests/e2e/support/clients";
import { projectsOf, withTestDatabase } from "@/tests/e2e/support/database";

/** What tests read as the seed has it, so no test is given it to work in. */
const untouched = ["phuket", "makassar", "battambang", "cebu-city", "bandar-seri-begawan"];
const handedOut = new Set<string>(untouched);

type Project = Awaited<ReturnType<typeof projectsOf>>[number];
type Person = Account & { name: string };
type OwnCity = { city: string; projects: [Project, ...Project[]]; editor: Person; lead: Person };

/**
 * Returns a city of the seed that no other test of this worker was given, with an editor and a lead whom nobody knows,
 * and at least so many listed projects. Of a country by its code; without one, of a country whose representative need
 * not clear anything.
 */
export async function ownCity(
  wanted: { projects?: number; country?: string } = {},
): Promise<OwnCity> {
  const candidates = await listCities(wanted.country);
  for (const city of candidates.filter((city) => !handedOut.has(city))) {
    const [first, ...others] = await projectsOf(city);
    if (!first || others.length + 1 < (wanted.projects ?? 1)) continue;
    handedOut.add(city);
    const editor = await aPerson({ ...account("editor"), city }, "Editor");
    const lead = await aPerson({ ...account("lead"), city }, "Lead");
    return { city, projects: [first, ...others], editor, lead };
  }
  throw new Error("Every city of the seed is in use: give some tests one together");
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
