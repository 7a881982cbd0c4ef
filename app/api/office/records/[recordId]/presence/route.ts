import { announcePresence } from "@/lib/live/hub";
import { notifyingRoute } from "@/lib/web/reader-route";

/** Says in which field of a record the window is: `{ tab, field }`. */
export const POST = notifyingRoute(announcePresence);
