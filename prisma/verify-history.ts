import { closeDatabase } from "@/lib/db/client";
import { verifyHistory } from "@/lib/jobs/verify-history";

// Computes the history anew and says where it is broken (docs/decisions/0045). The first argument, where there is one,
// is a file with heads that somebody kept: what /api/v1/audit/heads answered.
const [keptFile] = process.argv.slice(2);
const { faults, entries, editions } = await verifyHistory(keptFile);
await closeDatabase();
for (const fault of faults) console.log(fault);
console.log(
  faults.length === 0
    ? `Whole: ${entries} entries and ${editions} editions are what their hashes say, and so are the rows and files of the history.`
    : `Broken: ${faults.length} places.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
