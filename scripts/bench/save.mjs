import pg from "pg";
import { startApplication } from "./application.mjs";
import { addProjects, addVersions } from "./many-rows.mjs";
import { Person } from "./person.mjs";
import { replay } from "./replay.mjs";
import { printFigure, timesOf } from "./times.mjs";

const warmUp = 100;

/**
 * Measures saving one field, by one person and by ten at once, beside the same SQL in a bare transaction; opening the
 * editor; a page of a long history; and a large export. The targets are for two cores.
 */
export async function measure() {
  const app = await startApplication();
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    const editor = app.accounts.find((who) => who.role === "editor" && who.city === "phuket");
    const people = [];
    // One after the other, because several sign-ins at once count as guesses.
    while (people.length < 10) people.push(await Person.signIn(app.origin, editor));
    const projects = await projectsOf(client, "phuket");
    const [one] = people;
    const [project] = projects;

    const typist = new Typist(one, project, "dataNote");
    await typist.begin(client);
    await timesOf(warmUp, () => typist.type());
    const first = await app.recordStatements(() => typist.type());
    const second = await app.recordStatements(() => typist.type());
    printFigure("one field saved by one person", await timesOf(400, () => typist.type()), {
      targetP50Ms: 15,
      targetP95Ms: 25,
      statements: first.length,
    });
    const bare = await replay(client, first, second, { warmUp, runs: 400 });
    printFigure("the same statements in a bare pg transaction", bare, { statements: first.length });

    const own = await tenAtOnce(client, people, (index) => [
      projects[index % projects.length],
      index < projects.length ? "summary" : "description",
    ]);
    printFigure("one field each saved by ten at once, on records of their own", own, {
      targetP95Ms: 150,
      errors: 0,
    });
    const fields = [
      "title",
      "localTitle",
      "summary",
      "description",
      "scheduleReason",
      "closingReason",
      "closingSuccessor",
      "responsibleOffice",
      "dataNote",
      "internalNotes",
    ];
    const shared = await tenAtOnce(client, people, (index) => [project, fields[index]]);
    printFigure("one field each saved by ten at once, on one record", shared, {
      targetP95Ms: 150,
      errors: 0,
    });

    await timesOf(20, () => one.read(`/office/projects/${project}`));
    printFigure(
      "opening the editor",
      await timesOf(100, () => one.read(`/office/projects/${project}`)),
      {
        bytes: await one.read(`/office/projects/${project}`),
      },
    );

    await addVersions(client, project, 5_000);
    const history = `/office/projects/${project}/history`;
    await timesOf(10, () => one.read(history));
    printFigure(
      "a page of history of a record with 5,000 versions",
      await timesOf(50, () => one.read(history)),
      {
        targetP50Ms: 100,
        bytes: await one.read(history),
      },
    );

    const planId = await addProjects(client, "phuket", 5_000);
    const sheet = `/api/office/plans/${planId}/export.xlsx`;
    await timesOf(1, () => one.read(sheet));
    printFigure("export of 5,000 projects, all columns", await timesOf(5, () => one.read(sheet)), {
      targetP50Ms: 2_000,
      bytes: await one.read(sheet),
    });
  } finally {
    await client.end();
  }
}

/** Types into one field of one record, always based on its current value. */
class Typist {
  constructor(person, recordId, field) {
    Object.assign(this, { person, recordId, field, count: 0 });
  }

  /** Reads the current value. */
  async begin(client) {
    const { rows } = await client.query(
      `select content ->> $2 as value, "internalNotes" from "Draft" where "recordId" = $1`,
      [this.recordId, this.field],
    );
    this.seen = this.field === "internalNotes" ? rows[0].internalNotes : rows[0].value;
  }

  async type() {
    const value = `Typed ${++this.count} into ${this.field}`;
    await this.person.save(this.recordId, [{ field: this.field, seen: this.seen, value }]);
    this.seen = value;
  }
}

/** Ten people type at once, twenty times each into a field of their own; returns how long each save took. */
async function tenAtOnce(client, people, placeOf) {
  const typists = people.map((person, index) => new Typist(person, ...placeOf(index)));
  for (const typist of typists) await typist.begin(client);
  const rounds = await Promise.all(
    typists.map(async (typist) => {
      await timesOf(3, () => typist.type());
      return timesOf(20, () => typist.type());
    }),
  );
  return rounds.flat();
}

async function projectsOf(client, city) {
  const { rows } = await client.query(
    `select p.id from "Project" p join "City" c on c.id = p."cityId" where c.slug = $1 order by p.slug`,
    [city],
  );
  return rows.map((row) => row.id);
}
