import { closeDatabase } from "@/lib/db/client";
import { rebuildDerived } from "@/lib/db/rebuild-derived";

// Derives all derived rows again from the editions (docs/decisions/0009).
await rebuildDerived();
await closeDatabase();
