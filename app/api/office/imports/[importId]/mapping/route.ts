import { mapSheet } from "@/lib/commands/sheet/map-sheet";
import { commandRoute } from "@/lib/web/command-route";

/** Sets which column of a sheet holds which field: `{ mapping }`. */
export const POST = commandRoute(mapSheet);
