import { isSeeded } from "./is-seeded";

// What every installation begins with. Runs at every start: what is there already is left alone.
if (!(await isSeeded())) {
  const { closeDatabase } = await import("@/lib/db/client");
  const { seedNetwork } = await import("./network");
  try {
    await seedNetwork(new Date());
  } finally {
    await closeDatabase();
  }
}
