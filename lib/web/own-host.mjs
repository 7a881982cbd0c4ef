/** Names of this machine: for health checks, and for its own pages when they are printed. */
const own = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/u;

/**
 * Compares the host of a request with the address of this installation. Returns null when it matches, else the answer:
 * 400 for two different hosts, and a redirect to our address for another host. An absolute address in place of a path
 * ("GET http://plans.example.org/en") becomes a path.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {string} address NEXTAUTH_URL
 * @returns {{ status: 400 | 307 | 421, words: string, location?: string } | null}
 */
export function refuseHost(request, address) {
  const hosts = request.rawHeaders.filter(
    (name, index) => index % 2 === 0 && name.toLowerCase() === "host",
  );
  if (hosts.length > 1)
    return { status: 400, words: "This request names its host more than once." };

  const target = request.url ?? "/";
  if (!target.startsWith("/") && target !== "*") {
    if (!/^https?:\/\//iu.test(target) || !URL.canParse(target))
      return { status: 400, words: "This address does not exist on this site." };
    const { host, pathname, search } = new URL(target);
    // RFC 9112, 3.2.2: then the Host line does not count.
    request.headers.host = host;
    request.url = pathname + search;
  }

  const host = (request.headers.host ?? "").toLowerCase();
  const path = request.url ?? "/";
  if (isHostOf(address, host) || own.test(host) || path.startsWith("/api/health/")) return null;
  const words = `This site is at ${address}.`;
  if (request.method !== "GET" && request.method !== "HEAD") return { status: 421, words };
  // "//evil.example/" would be another site's address.
  return {
    status: 307,
    words,
    location: `${new URL(address).origin}${path.replace(/^\/+/u, "/")}`,
  };
}

/**
 * Returns true when a Host line names this address; the default port may be stated. @param {string} address @param
 * {string} host
 */
function isHostOf(address, host) {
  const ours = new URL(address);
  const named = `${ours.protocol}//${host}`;
  return URL.canParse(named) && new URL(named).host === ours.host;
}
