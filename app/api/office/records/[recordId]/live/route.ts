import { liveStream } from "@/lib/live/stream";
import { readerRoute } from "@/lib/web/reader-route";

/** What happens to a record, as server-sent events (LiveEvent), to the window `?tab=`. */
export const GET = readerRoute(liveStream);
