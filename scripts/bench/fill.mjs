/**
 * Fills the network up to a number of listed projects with copies of the existing ones, spread over all plans: each a
 * record, a draft and an edition, all in one statement. Derived rows are left to be rebuilt. The hashes are invented,
 * because nothing that is measured reads them.
 */
export async function fillUpTo(client, count) {
  const { rows } = await client.query(
    `select count(*)::int as listed from "EditionPeriod" where kind = 'project' and "untilDay" is null and "isListed"`,
  );
  const more = count - rows[0].listed;
  if (more <= 0) return;
  await client.query(
    `with model as (
        select e.content, e.hash, row_number() over (order by s."recordId") - 1 as place, count(*) over () as models
        from "EditionPeriod" s join "Edition" e on e.id = s."editionId"
        where s.kind = 'project' and s."untilDay" is null and s."isListed" and s.slug !~ '^copy-'),
      plan as (
        select id, "cityId", row_number() over (order by id) - 1 as place, count(*) over () as plans from "Plan"),
      copy as materialized (
        select gen_random_uuid() as id, n, plan.id as "planId", plan."cityId", 'copy-' || n as slug, model.hash,
          jsonb_set(model.content, '{fields,title}', to_jsonb((model.content #>> '{fields,title}') || ' ' || n)) as content
        from generate_series($1::int, $2::int - 1) n
        join plan on plan.place = n % plan.plans join model on model.place = n % model.models),
      record as (
        insert into "Record" (id, kind, "cityId", "createdAt") select id, 'project', "cityId", now() from copy),
      project as (
        insert into "Project" (id, "cityId", "planId", slug) select id, "cityId", "planId", slug from copy),
      draft as (
        insert into "Draft" ("recordId", content, "contentHash", version, "editedAt")
        select id, content -> 'fields', hash, 1, now() - n * interval '1 minute' from copy)
    insert into "Edition" (id, "recordId", "cityId", kind, slug, number, content, hash, "effectiveOn", "publishedAt")
    select gen_random_uuid(), id, "cityId", 'project', slug, 1, content, hash, '2025-09-30', now() - n * interval '1 second'
    from copy`,
    [rows[0].listed, count],
  );
}
