import { type IncomingHttpHeaders, request } from "node:http";

export type Wire = { status: number; headers: IncomingHttpHeaders; bytes: number };

/** Requests with gzip as a browser does, and counts the compressed bytes of the body. */
export function onTheWire(origin: string, path: string): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { headers: { "accept-encoding": "gzip" } });
    sent.once("error", reject);
    sent.once("response", (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.once("error", reject);
      answer.once("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes }),
      );
    });
    sent.end();
  });
}
