import { createServer, STATUS_CODES } from "node:http";
import { isIP } from "node:net";
import { describeProblems, explainListenError, readSettings } from "./lib/settings/settings.mjs";
import { addressOfChange } from "./lib/site/days-of-change.mjs";
import { firstAnswer } from "./lib/site/first-answer.mjs";
import { cachePlaces } from "./lib/site/known-places.mjs";
import { internalHeaders, makeApplication, restoreHost } from "./lib/site/next/application.mjs";
import { cacheFailuresBriefly } from "./lib/site/next/brief-failures.mjs";
import { putWordsForFailures } from "./lib/site/next/words-for-failures.mjs";
import { makeRendering } from "./lib/site/rendering.mjs";
import { untilPublished } from "./lib/site/until-published.mjs";
import { refuseBody } from "./lib/web/bodies.mjs";
import { refuseForeign } from "./lib/web/from-this-site.mjs";
import { refuseHost } from "./lib/web/own-host.mjs";

// Files of evidence and uploads are readable by this account alone.
process.umask(0o077);

const { settings, problems } = readSettings(process.env);
if (problems.length > 0) endWith(describeProblems(problems));
const { PORT, HOST, TRUSTED_PROXIES, NEXTAUTH_URL, PAGES_PER_MINUTE } = settings;

const proxyHeaders = /^(forwarded|x-forwarded-.*)$/;
// Headers that are accepted from our own proxies: the client's address and the scheme. The host comes from the Host
// header.
const believedHeaders = /^x-forwarded-(for|proto)$/;
const shutdownMs = 10_000;
const lingerMs = 10_000;

// When the output is closed, writing to it is an error, and Next logs unexpected errors: each line would cause another
// error without end.
for (const output of [process.stdout, process.stderr]) output.on("error", () => {});

const app = makeApplication({ dir: import.meta.dirname, host: HOST, port: PORT });
const answer = app.getRequestHandler();
const answering = new Set();
const revalidations = () => globalThis.publicPages?.revalidations ?? 0;
const places = cachePlaces(() => globalThis.listPublicPlaces?.(), revalidations);
const answerInTurn = makeRendering({ perMinute: PAGES_PER_MINUTE });
const daysOfChange = untilPublished(
  async () => (await globalThis.listDaysOfChange?.()) ?? [],
  revalidations,
);
// Browsers that once used https do not use http any more.
const safely = NEXTAUTH_URL.startsWith("https:")
  ? { "strict-transport-security": "max-age=31536000" }
  : {};

const server = createServer(
  {
    // A client that sends its headers more slowly than this only holds a connection open.
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    connectionsCheckingInterval: 5_000,
    // Longer than the idle time of the proxies in front, so that they never send into a connection that was just
    // closed.
    keepAliveTimeout: 65_000,
  },
  (request, response) => {
    for (const [name, value] of Object.entries(safely)) response.setHeader(name, value);
    if (request.method === "TRACE") {
      response.writeHead(405, { allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" }).end();
      return;
    }
    restoreHost(request, NEXTAUTH_URL);
    const wrong =
      refuseHost(request, NEXTAUTH_URL) ??
      refuseBody(request, pathOf(request)) ??
      refuseForeign(request, NEXTAUTH_URL);
    if (wrong) {
      say(response, wrong);
      return;
    }
    prepareHeaders(request);
    putWordsForFailures(request, response);
    cacheFailuresBriefly(response);
    answering.add(response);
    response.once("close", () => answering.delete(response));
    answerInTurn(request, response, () => answerOf(request, response)).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  },
);

server.on("connect", (_request, socket) => refuse(socket, 405));
server.on("clientError", (error, socket) => {
  const statuses = {
    HPE_INVALID_METHOD: 405,
    HPE_HEADER_OVERFLOW: 431,
    ERR_HTTP_REQUEST_TIMEOUT: 408,
  };
  refuse(socket, statuses[error.code] ?? 400);
});
server.once("error", (error) => endWith(explainListenError(error, PORT)));

await app.prepare();
server.listen(PORT, HOST, async () => {
  // The first request loads pages and connects to the database, which can take seconds; the server makes it itself, so
  // that no reader waits.
  const firstPage = `http://${HOST ?? "localhost"}:${PORT}/en`;
  await fetch(firstPage, { signal: AbortSignal.timeout(10_000) }).catch(() => {});
  const behindProxy =
    new URL(NEXTAUTH_URL).port === String(PORT) ? "" : `, listening on port ${PORT}`;
  console.log(`Serving at ${NEXTAUTH_URL}${behindProxy}`);
  process.send?.("serving");
});

let isStopping = false;
for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.on(event, stop);

async function answerOf(request, response) {
  const first = (await firstAnswer(request, places)) ?? (await leadToChange(request));
  if (!first) return answer(request, response);
  response.writeHead(first.status, first.headers).end(first.body);
}

/**
 * Returns a redirect from a day without a change to the last day of change (lib/site/days-of-change.mjs); null for
 * every other address.
 */
async function leadToChange({ method, url }) {
  if ((method !== "GET" && method !== "HEAD") || !/[?&](?:asOf|since)=/.test(url)) return null;
  // Cached pages are answered also while the database is away.
  const days = await daysOfChange().catch(() => []);
  const location = addressOfChange(url, days, new Date().toISOString().slice(0, 10));
  if (location === null) return null;
  // A temporary redirect: an edition may still become valid from a past day.
  return { status: 307, headers: { location, "cache-control": "public, max-age=0, s-maxage=1" } };
}

function pathOf({ url }) {
  return url.split("?")[0];
}

/**
 * Answers a refused request with a text. The rest of its body is read for a while and dropped: a browser whose
 * connection ends while it sends shows its own error instead of the text.
 */
function say(response, { status, words, location, type = "text/plain; charset=utf-8" }) {
  const headers = { "content-type": type, "cache-control": "no-store" };
  if (location) headers.location = location;
  response.writeHead(status, headers).end(words);
  const { req: request } = response;
  const giveUp = setTimeout(() => request.socket.destroy(), lingerMs).unref();
  request.once("close", () => clearTimeout(giveUp)).resume();
}

/** Removes headers that only Next or our own proxies may set, and sets the client's address. */
function prepareHeaders(request) {
  const { headers } = request;
  headers["x-client-address"] = clientAddress(request);
  for (const name of Object.keys(headers)) {
    const isBelieved = TRUSTED_PROXIES > 0 && believedHeaders.test(name);
    if (internalHeaders.test(name) || (proxyHeaders.test(name) && !isBelieved))
      delete headers[name];
  }
}

/**
 * Returns the client's address: that of the connection, or the one that the outermost of our own proxies saw. Each
 * proxy appends the address that it saw to X-Forwarded-For; anything further left can be forged.
 */
function clientAddress({ headers, socket }) {
  const seen = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-TRUSTED_PROXIES);
  const forwarded = TRUSTED_PROXIES > 0 ? withoutPort(seen?.trim() ?? "") : "";
  const address = isIP(forwarded) ? forwarded : (socket.remoteAddress ?? "");
  return address.replace(/^::ffff:(?=\d+\.)/, "");
}

/** Some proxies write 192.0.2.1:50000 or [2001:db8::1]:50000. */
function withoutPort(text) {
  return text.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
}

/** The texts for requests that are refused before they are read, when the language is not known. */
const refusals = {
  400: "This request is not valid HTTP.",
  405: "This HTTP method is not supported.",
  408: "The request took too long to arrive. Please send it again.",
  431: "The address, or what the browser sends with it, is too long: at most 16,000 characters. Please shorten it.",
};

function refuse(socket, status) {
  if (!socket.writable) return socket.destroy();
  const words = `${refusals[status]}\n`;
  const lines = Object.entries({
    ...safely,
    Connection: "close",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(words),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${words}`);
}

/**
 * Stops accepting requests, finishes the running ones, and ends. It is also called when the parent process has ended.
 */
async function stop() {
  if (isStopping) return;
  isStopping = true;
  const closed = new Promise((resolve) => server.close(resolve));
  // Ends what runs beside the pages (lib/jobs/start.ts).
  const ended = Promise.allSettled((globalThis.endWithServer ?? []).map((end) => end()));
  // Event streams never end by themselves; their browsers reconnect to the next server.
  for (const response of answering) {
    if (String(response.getHeader("content-type")).startsWith("text/event-stream"))
      response.destroy();
  }
  // A connection that has just answered becomes idle and would be kept open.
  setInterval(() => server.closeIdleConnections(), 100).unref();
  setTimeout(() => process.exit(0), shutdownMs).unref();
  await closed;
  await ended;
  await app.close();
  process.exit(0);
}

function endWith(message) {
  console.error(message);
  process.exit(1);
}
