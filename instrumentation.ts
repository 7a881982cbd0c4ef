import type { listPublicPlaces as ListPublicPlaces } from "@/lib/queries/public/places";

declare global {
  // Used by server.mjs, which cannot import the modules that Next has bundled.
  var listPublicPlaces: typeof ListPublicPlaces | undefined;
  var listDaysOfChange: (() => Promise<string[]>) | undefined;
}

/** Starts the background jobs and gives the server its queries. Next calls it once in each serving process. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  if (process.env["NEXT_PHASE"] === "phase-production-build") return;
  const { startJobs } = await import("@/lib/jobs/start");
  startJobs();
  const { listPublicPlaces } = await import("@/lib/queries/public/places");
  globalThis.listPublicPlaces = listPublicPlaces;
  const { listDaysOfChange } = await import("@/lib/queries/public/as-of");
  globalThis.listDaysOfChange = listDaysOfChange;
}
