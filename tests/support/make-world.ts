import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { closeDatabase } from "@/lib/db/client";
import { env } from "@/lib/settings/env";
import { makeWorld } from "@/tests/support/world";

// Makes the world on the database of this program's settings, and writes its contents beside its files.
try {
  const world = await makeWorld();
  await writeFile(join(env().DATA_DIR, "world.json"), JSON.stringify(world, null, 2));
} finally {
  await closeDatabase();
}
