import { closeDatabase } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import { listFreezesWithWrongHash } from "@/lib/db/freeze";

// Says whether what is kept for speed is what the editions say (docs/decisions/0009), and whether frozen reports hold
// the editions that their hashes are of (docs/decisions/0028).
const wrong = await listCitiesWithWrongDerivedRows();
const wrongFreezes = await listFreezesWithWrongHash();
await closeDatabase();
console.log(
  wrong.length === 0
    ? "Spans and tallies of every city are what its editions say."
    : `Spans or tallies differ from the editions of: ${wrong.join(", ")}`,
);
console.log(
  wrongFreezes.length === 0
    ? "Every frozen report holds the editions that its hash is of."
    : `The hash is not that of the editions in: ${wrongFreezes.join(", ")}`,
);
process.exitCode = wrong.length + wrongFreezes.length === 0 ? 0 : 1;
