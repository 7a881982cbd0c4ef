import { env } from "@/lib/settings/env";
import { isDerived, isSeeded } from "./is-seeded";

// What every installation begins with. Runs at every start: what is there already is left alone.
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

// What this version derives of editions that an older one published.
if (!(await isDerived())) {
  const { closeDatabase } = await import("@/lib/db/client");
  const { rebuildDerived } = await import("@/lib/db/rebuild-derived");
  try {
    await rebuildDerived();
  } finally {
    await closeDatabase();
  }
}
