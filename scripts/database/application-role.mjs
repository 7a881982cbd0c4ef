import { createHmac } from "node:crypto";

// The key of the lock for processes that grant rights in a database. PostgreSQL keeps advisory locks for each database,
// but a role belongs to the whole server, so two databases can still change it at once: setPassword retries.
const roleLock = 7_310_120;
const roleTries = 10;

/**
 * Creates the role with which the application signs in, if there is none, and grants its rights in this database.
 * Returns the database's address for that role. Its password is derived from the owner's, or from `secret`, which is
 * needed when the owner signs in without one; the owner's cannot be computed from it.
 */
export async function makeApplicationRole(ownerUrl, { role = "application", secret = "" } = {}) {
  const url = new URL(ownerUrl);
  const key = decodeURIComponent(url.password) || secret;
  if (!key) throw new Error("The password of the application's role has nothing to follow from");
  url.username = role;
  url.password = createHmac("sha256", key).update(`password of ${role}`).digest("hex");
  await asOwner(ownerUrl, (client) => setPassword(client, role, url.password));
  await grantApplicationRole(ownerUrl, role);
  return url.href;
}

/**
 * Creates the role if there is none and sets its password, also while other processes do the same from other databases.
 */
async function setPassword(client, role, password, tries = roleTries) {
  const name = client.escapeIdentifier(role);
  try {
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
    if (rowCount === 0) await client.query(`create role ${name}`);
    await client.query(`alter role ${name} login password ${client.escapeLiteral(password)}`);
  } catch (error) {
    const isConcurrent =
      /tuple concurrently updated/u.test(error.message) || ["42710", "23505"].includes(error.code);
    if (!isConcurrent || tries <= 1) throw error;
    await setPassword(client, role, password, tries - 1);
  }
}

/**
 * Does the same on somebody's own server, with a role named after the database. Returns null and changes nothing when
 * the owner may not create roles or the new role cannot sign in.
 */
export async function tryMakeApplicationRole(ownerUrl, secret) {
  const { database, mayMakeRoles } = await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query(`
      select current_database() as database, rolcreaterole or rolsuper as "mayMakeRoles"
      from pg_roles where rolname = current_user`);
    return rows[0];
  });
  if (!mayMakeRoles) return null;
  const url = await makeApplicationRole(ownerUrl, { role: `${database}_application`, secret });
  const canSignIn = await asOwner(url, (client) => client.query("select 1")).catch(() => null);
  return canSignIn && url;
}

/**
 * Grants a role what the application needs in this database: to read everything, to add rows, and to change what is not
 * history. Tables with the trigger `refuse_change` can only be added to; of a submission only its state changes, of a
 * withholding only its end; heads of chains and digests of rows are written by triggers. In the schema of the jobs it
 * may do everything except change tables.
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

/**
 * Opens the tables of the job queue to this role with a policy: the library closes them to every role but their owner.
 */
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
