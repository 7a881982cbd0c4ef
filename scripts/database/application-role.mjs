// One number for every process: roles are the whole server's, and two of them must not be made at once.
const roleLock = 7_310_120;

/**
 * Makes the role that the application signs in with where there is none, on a server of our own, and grants it its
 * rights in this database. Answers the database's address for that role, which has the owner's password.
 */
export async function makeApplicationRole(ownerUrl) {
  const url = new URL(ownerUrl);
  url.username = "application";
  await asOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [
      url.username,
    ]);
    const name = client.escapeIdentifier(url.username);
    if (rowCount === 0) await client.query(`create role ${name}`);
    await client.query(
      `alter role ${name} login password ${client.escapeLiteral(decodeURIComponent(url.password))}`,
    );
  });
  await grantApplicationRole(ownerUrl, url.username);
  return url.href;
}

/**
 * Grants a role what the application needs in this database: to read everything, to add to it, and to change what is
 * not history. What a trigger `refuse_change` guards can only be added to; of a submission only how far it has come
 * moves, of a withholding that it ended; heads of chains and digests of rows are written by their own triggers. Of the jobs, which stand in a schema of their own, it does
 * everything but change their tables.
 */
export async function grantApplicationRole(ownerUrl, role) {
  await asOwner(ownerUrl, async (client) => {
    const name = client.escapeIdentifier(role);
    const { rows } = await client.query(`
      select c.relname as table, exists (
        select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'refuse_change') as "isHistory"
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
    const database = client.escapeIdentifier(client.database);
    await client.query("begin");
    await client.query(`grant connect on database ${database} to ${name}`);
    await client.query(`grant usage on schema public to ${name}`);
    await client.query(`revoke all on all tables in schema public from ${name}`);
    for (const { table, isHistory } of rows) {
      const on = `on ${client.escapeIdentifier(table)} to ${name}`;
      await client.query(`grant select ${on}`);
      if (readOnly.has(table)) continue;
      await client.query(`grant insert ${on}`);
      if (table in movingColumns)
        await client.query(`grant update (${movingColumns[table]}) ${on}`);
      else if (!isHistory) await client.query(`grant update, delete ${on}`);
    }
    await grantJobs(client, name);
    await client.query("commit");
  });
}

/** The library shuts its tables to every role but their owner by row level security: a policy opens them to this one. */
async function grantJobs(client, name) {
  await client.query(`grant usage on schema graphile_worker to ${name}`);
  const { rows } = await client.query(`
    select c.relname as table, c.relrowsecurity as "isShut"
    from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind in ('r', 'v')`);
  for (const { table, isShut } of rows) {
    const on = `on graphile_worker.${client.escapeIdentifier(table)}`;
    const rights = table === "migrations" ? "select" : "select, insert, update, delete";
    await client.query(`grant ${rights} ${on} to ${name}`);
    if (!isShut) continue;
    await client.query(`drop policy if exists application ${on}`);
    await client.query(`create policy application ${on} to ${name} using (true)`);
  }
}

const readOnly = new Set(["_prisma_migrations", "ChainHead", "RowDigest"]);
const movingColumns = {
  Submission: '"state", "assignedToId", "publishAt", "scheduledById"',
  Withholding: '"endedAt", "endedById"',
};

async function asOwner(ownerUrl, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [roleLock]);
    return await work(client);
  } finally {
    await client.end();
  }
}
