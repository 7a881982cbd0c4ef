import { announcePresence } from "@/lib/live/hub";
import { notifyingRoute } from "@/lib/web/reader-route";

/** Reports in which field of a record a window is: `{ tab, field }`. */
export const POST = notifyingRoute(announcePresence);
