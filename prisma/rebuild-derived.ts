import { closeDatabase } from "@/lib/db/client";
import { rebuildDerived } from "@/lib/db/rebuild-derived";

// Makes everything anew that is derived of editions (docs/decisions/0009).
await rebuildDerived();
await closeDatabase();
