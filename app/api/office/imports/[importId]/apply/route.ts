import { applyImport } from "@/lib/commands/sheet/apply-import";
import { longCommandRoute } from "@/lib/web/long-command-route";

/** Applies the accepted rows of an import: `{ fingerprint, isAll, keys, confirmsRemoval }`. It reports its progress. */
export const POST = longCommandRoute(applyImport);
