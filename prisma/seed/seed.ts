import { env } from "@/lib/settings/env";
import { isDerived, isSeeded } from "./is-seeded";

// Adds the data with which every installation starts. It runs at every start and leaves existing data unchanged.
if (!(await isSeeded())) {
  const { closeDatabase } = await import("@/lib/db/client");
  const { seedNetwork } = await import("./network");
  const { seedDemoAccounts } = await import("./demo-accounts");
  try {
    await seedNetwork(new Date());
    if (env().DEMO) await seedDemoAccounts(new Date());
  } finally {
    await closeDatabase();
  }
}

// Derives rows that an older version did not derive from its editions.
if (!(await isDerived())) {
  const { closeDatabase } = await import("@/lib/db/client");
  const { rebuildDerived } = await import("@/lib/db/rebuild-derived");
  try {
    await rebuildDerived();
  } finally {
    await closeDatabase();
  }
}
