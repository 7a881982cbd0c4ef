import type { listPublicPlaces as ListPublicPlaces } from "@/lib/queries/public/places";

declare global {
  // For the server (server.mjs), which knows nothing of the modules that Next has bundled.
  var listPublicPlaces: typeof ListPublicPlaces | undefined;
  var listDaysOfChange: (() => Promise<string[]>) | undefined;
}

/** Called by Next once in each process that serves; jobs are done beside the pages. */
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
