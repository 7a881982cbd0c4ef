/**
 * What node is started with to serve. V8 otherwise lets its heap grow to a multiple of what is used before it looks
 * again, and a server that read one large sheet keeps that much: with these, importing 10,000 rows takes 339 MB at most
 * instead of 473, in the same time (npm run bench -- sheets).
 */
export const serverArguments = [
  "--heap-growing-percent=10",
  "--max-semi-space-size=8",
  "server.mjs",
];
