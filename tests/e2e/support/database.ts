import pg from "pg";

/** Returns the name of the database of the server under test, as scripts/testing/databases.mjs makes it. */
export const testName = () =>
  `tracker_test_${process.env["E2E_STARTED_AT"]}_${process.env["E2E_PORT"]}`;

/** Returns the name of a copy from before the first test, for tests of jobs that no other server may run. */
export const copyName = () => `${testName()}_copy`;

export function urlOf(name = testName()): string {
  const url = new URL(process.env["TEST_DATABASE_URL"] ?? "");
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs `work` on the database of the server under test, or on another one by name. */
export async function withTestDatabase<T>(
  work: (client: pg.Client) => Promise<T>,
  name = testName(),
): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Returns the ids of one city's plan, one of its projects, and a submission of that project if there is one. */
export function idsOf(city: string) {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select c.id as "cityId", c.slug as city, c."countryCode" as country, p.id as "planId",
              r.id as "projectId", r.slug as project
         from "City" c join "Plan" p on p."cityId" = c.id join "Project" r on r."planId" = p.id
        where c.slug = $1 order by r.slug limit 1`,
      [city],
    );
    return rows[0] as Record<
      "cityId" | "city" | "country" | "planId" | "projectId" | "project",
      string
    >;
  });
}

/**
 * Returns a city's seeded listed projects with addresses and published titles, always in the same order, so that other
 * tests' publications do not change which project a test gets.
 */
export function projectsOf(city: string) {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select s."recordId" as id, s.slug, s.title from "EditionPeriod" s
         join "City" c on c.id = s."cityId" join "Record" r on r.id = s."recordId"
        where c.slug = $1 and s.kind = 'project' and s."untilDay" is null and s."isListed"
          and r."createdAt" = (select min("createdAt") from "Record" where "cityId" = c.id)
        order by s.slug`,
      [city],
    );
    return rows as { id: string; slug: string; title: string }[];
  });
}

/** Ends every session of a person, as signing out elsewhere or the end of a week does. */
export function endSessionsOf(email: string) {
  return withTestDatabase((client) =>
    client.query(
      `update "Session" set "endedAt" = now()
        where "endedAt" is null and "personId" = (select id from "Person" where email = $1)`,
      [email],
    ),
  );
}

/** Returns the draft of the record at the end of this path, as text from the database. */
export function draftOf(path: string) {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select content::text from "Draft" where "recordId" = $1::uuid`,
      [path.split("/").at(-1)],
    );
    return String(rows[0]?.content);
  });
}
