const sentence = (n) =>
  `to_jsonb('What the project is about, as written the ' || ${n} || 'th time, in words long enough to be read.')`;

/** Adds saved changes to a record's summary, one a minute until now, each differing from the last in one word. */
export async function addVersions(client, recordId, count) {
  await client.query(
    `with person as (select "editedById" as id from "Draft" where "recordId" = $1),
      version as (
        select n, gen_random_uuid() as "saveId", now() - make_interval(mins => $2 - n) as at
        from generate_series(1, $2::int) n),
      save as (
        insert into "Save" (id, "recordId", "byId", at)
        select "saveId", $1, person.id, at from version, person)
    insert into "DraftChange" (id, "saveId", "recordId", field, before, after, at, "byId")
    select gen_random_uuid(), "saveId", $1, 'summary', ${sentence("(n - 1)")}, ${sentence("n")}, at, person.id
    from version, person`,
    [recordId, count],
  );
}

/** Adds a number of projects to a city's plan, copies of its own with addresses of their own. Returns the plan's id. */
export async function addProjects(client, city, count) {
  const { rows } = await client.query(
    `select p.id, p."cityId" from "Plan" p join "City" c on c.id = p."cityId" where c.slug = $1`,
    [city],
  );
  const [plan] = rows;
  await client.query(
    `with model as (
        select d.*, row_number() over (order by d."recordId") - 1 as place, count(*) over () as models
        from "Draft" d join "Project" p on p.id = d."recordId" where p."planId" = $1),
      copy as (select gen_random_uuid() as id, n from generate_series(0, $3::int - 1) n),
      record as (
        insert into "Record" (id, kind, "cityId", "createdAt") select id, 'project', $2, now() from copy),
      project as (
        insert into "Project" (id, "cityId", "planId", slug) select id, $2, $1, 'copy-' || n from copy)
    insert into "Draft" ("recordId", content, "contentHash", version, "editedAt")
    select copy.id, model.content || jsonb_build_object('title', (model.content ->> 'title') || ' ' || n),
      model."contentHash", 1, now()
    from copy join model on model.place = copy.n % model.models`,
    [plan.id, plan.cityId, count],
  );
  await client.query("analyze");
  return plan.id;
}
