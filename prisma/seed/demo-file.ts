import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { env } from "@/lib/settings/env";
import type { DemoAccount } from "./cast";

const accounts = z.array(z.object({ email: z.string(), password: z.string() }));

/** Returns the password of each demo account in the file, by e-mail address; empty when there is no complete file. */
export async function readDemoPasswords(): Promise<Map<string, string>> {
  const text = await readFile(path(), "utf8").catch(() => "[]");
  const parsed = accounts.safeParse(parseJson(text));
  return new Map(parsed.data?.map((account) => [account.email, account.password]));
}

/**
 * Writes the accounts to a file that only the owner of the installation can read. The file is complete or does not
 * exist.
 */
export async function writeDemoAccounts(
  accounts: (DemoAccount & { password: string })[],
): Promise<void> {
  const list = accounts.map(({ role, city, country, email, password }) => ({
    role,
    city,
    country,
    email,
    password,
  }));
  const half = `${path()}.${process.pid}`;
  await mkdir(env().DATA_DIR, { recursive: true, mode: 0o711 });
  await writeFile(half, `${JSON.stringify(list, null, 2)}\n`, { mode: 0o600 });
  await rename(half, path());
}

function path() {
  return join(env().DATA_DIR, "demo-accounts.json");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
