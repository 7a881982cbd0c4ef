import { readFileSync } from "node:fs";
import pg from "pg";

/** Returns the statements that the work sends to PostgreSQL, including those that control transactions. */
export async function countStatements(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text: string }];
    statements.push(typeof first === "string" ? first : first.text);
    // The call is passed on unchanged.
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}

/** Returns the names of the functions of lib/queries that these files use, so that a new one is always counted. */
export function namesReadBy(...files: string[]) {
  const names = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/import \{([^}]+)\} from "@\/lib\/queries\//gu)]
      .flatMap(([, named]) => (named ?? "").split(","))
      .map((name) => name.trim())
      .filter((name) => name !== "" && !name.startsWith("type ")),
  );
  return [...new Set(names)].sort();
}
