import { closeDatabase } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import { listFreezesWithWrongHash } from "@/lib/db/freeze";
import { listReportsWithWrongAggregates } from "@/lib/db/report-progress";

// Checks that derived rows agree with the editions (docs/decisions/0009), that frozen reports hold the editions of
// their hashes (docs/decisions/0028), and that the counts of report boards are right (docs/decisions/0041).
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
