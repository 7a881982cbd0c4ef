import { closeDatabase } from "@/lib/db/client";
import { verifyHistory } from "@/lib/jobs/verify-history";

// Checks the whole history and names each fault (docs/decisions/0045). The optional first argument is a file with saved
// heads: an answer of /api/v1/audit/heads.
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
