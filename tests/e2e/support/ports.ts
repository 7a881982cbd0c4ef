import { createServer } from "node:net";

// The ports are below those that operating systems assign by themselves.
const [first, last, perRun] = [20_000, 32_000, 200];

/**
 * Returns the first of two hundred ports for the servers of one run, four for each worker. This process listens on it
 * as long as it runs, so two runs on one machine never use the same ports.
 */
export async function takePorts(): Promise<number> {
  const runs = (last - first) / perRun;
  const start = Math.floor(Math.random() * runs);
  for (let n = 0; n < runs; n += 1) {
    const port = first + ((start + n) % runs) * perRun;
    if (await listen(port)) return port;
  }
  throw new Error(`No ports are free between ${first} and ${last}`);
}

function listen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => {
      server.unref();
      resolve(true);
    });
  });
}
