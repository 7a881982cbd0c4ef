import { closeDatabase } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import { listFreezesWithWrongHash } from "@/lib/db/freeze";
import { listReportsWithWrongAggregates } from "@/lib/db/report-progress";

// Says whether what is kept for speed is what the editions say (docs/decisions/0009), whether frozen reports hold the
// editions that their hashes are of (docs/decisions/0028), and whether the boards of reports count right (docs/decisions/0041).
const wrong = await listCitiesWithWrongDerivedRows();
const wrongFreezes = await listFreezesWithWrongHash();
const wrongReports = await listReportsWithWrongAggregates();
await closeDatabase();
console.log(
  wrong.length === 0
    ? "Periods and aggregates of every city are what its editions say."
    : `Periods or aggregates differ from the editions of: ${wrong.join(", ")}`,
);
console.log(
  wrongFreezes.length === 0
    ? "Every frozen report holds the editions that its hash is of."
    : `The hash is not that of the editions in: ${wrongFreezes.join(", ")}`,
);
console.log(
  wrongReports.length === 0
    ? "The board of every report counts what its records say."
    : `The board counts wrong in: ${wrongReports.join(", ")}`,
);
process.exitCode = wrong.length + wrongFreezes.length + wrongReports.length === 0 ? 0 : 1;
