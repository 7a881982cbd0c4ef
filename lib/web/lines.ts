import "server-only";

/** Answers JSON values, each on a line of its own as soon as it is told; what the work comes to is the last. */
export function linesOf(work: (tell: (line: object) => void) => Promise<object>): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (line: object) =>
        controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      tell(await work(tell));
      controller.close();
    },
  });
  return new Response(stream, {
    headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
  });
}
