import { applyImport } from "@/lib/commands/sheet/apply-import";
import { longCommandRoute } from "@/lib/web/long-command-route";

/** Applies the accepted rows of a sheet: `{ seal, isAll, keys, confirmsRemoval }`. Says how far it is. */
export const POST = longCommandRoute(applyImport);
