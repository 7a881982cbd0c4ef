import { closeDatabase } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";

// Says whether what is kept for speed is what the editions say (docs/decisions/0009).
const wrong = await listCitiesWithWrongDerivedRows();
await closeDatabase();
console.log(
  wrong.length === 0
    ? "Spans and tallies of every city are what its editions say."
    : `Spans or tallies differ from the editions of: ${wrong.join(", ")}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
