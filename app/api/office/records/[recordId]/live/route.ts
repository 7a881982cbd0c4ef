import { liveStream } from "@/lib/live/stream";
import { readerRoute } from "@/lib/web/reader-route";

/** Answers with the events of a record as server-sent events (LiveEvent), for the window `?tab=`. */
export const GET = readerRoute(liveStream);
