import "server-only";
import { findSignedIn } from "@/lib/db/sessions/sessions";
import type { LiveEvent } from "@/lib/domain/live/live";
import { presenceIntervalMs } from "@/lib/domain/live/presence";
import type { SignedIn } from "@/lib/domain/people/actor";
import { type Watch, watchRecord } from "@/lib/live/hub";

/**
 * Streams events of a record as server-sent events while the browser listens, its session is valid and the reader may
 * see the record. Null for a record whose draft the reader may not see.
 */
export async function liveStream(
  reader: SignedIn,
  asked: object,
  signal: AbortSignal,
): Promise<Response | null> {
  const stream = new EventStream();
  const watch = await watchRecord(reader, asked, (event) => stream.send(event));
  if (watch === null) return null;
  if (watch === "too_many") return new Response(null, { status: 429 });
  const heartbeat = setInterval(async () => {
    if (await isStillWatching(watch, reader)) stream.heartbeat();
    else stream.end();
  }, presenceIntervalMs);
  stream.whenEnded(() => {
    clearInterval(heartbeat);
    watch.close();
  });
  if (signal.aborted) stream.end();
  signal.addEventListener("abort", () => stream.end());
  return new Response(stream.body, { headers });
}

const headers = {
  "content-type": "text/event-stream",
  // A proxy that compresses or buffers would delay events.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

async function isStillWatching(watch: Watch, { sessionId }: SignedIn): Promise<boolean> {
  try {
    const reader = await findSignedIn(sessionId, new Date());
    return reader !== null && (await watch.renew(reader));
  } catch {
    // The database does not answer: the browser reconnects, and its session is checked then.
    return false;
  }
}

/** The body of a streamed answer. */
class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private ended: (() => void) | null = null;
  private readonly encoder = new TextEncoder();

  constructor() {
    this.body = new ReadableStream({
      start: (controller) => {
        this.controller = controller;
        this.write(": \n\n");
      },
      cancel: () => this.close(),
    });
  }

  send(event: LiveEvent) {
    this.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** Sends a comment, so that no proxy closes the connection as idle. */
  heartbeat() {
    this.write(": \n\n");
  }

  whenEnded(then: () => void) {
    this.ended = then;
  }

  end() {
    this.controller?.close();
    this.close();
  }

  private write(text: string) {
    this.controller?.enqueue(this.encoder.encode(text));
  }

  private close() {
    this.controller = null;
    this.ended?.();
    this.ended = null;
  }
}
