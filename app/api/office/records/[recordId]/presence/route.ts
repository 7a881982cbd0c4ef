import { tellPresence } from "@/lib/live/hub";
import { tellingRoute } from "@/lib/web/reader-route";

/** Says in which field of a record the window is: `{ tab, field }`. */
export const POST = tellingRoute(tellPresence);
