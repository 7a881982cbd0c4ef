import type { listPlaces as ListPlaces } from "@/lib/queries/public/places";

declare global {
  // For the server (server.mjs), which knows nothing of the modules that Next has bundled.
  var listPlaces: typeof ListPlaces | undefined;
  var listDaysOfChange: (() => Promise<string[]>) | undefined;
}

/** Called by Next once in each process that serves; jobs are done beside the pages. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  if (process.env["NEXT_PHASE"] === "phase-production-build") return;
  const { startJobs } = await import("@/lib/jobs/start");
  startJobs();
  const { listPlaces } = await import("@/lib/queries/public/places");
  globalThis.listPlaces = listPlaces;
  const { listDaysOfChange } = await import("@/lib/queries/public/as-of");
  globalThis.listDaysOfChange = listDaysOfChange;
}
