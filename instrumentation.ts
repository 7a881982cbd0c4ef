/** Called by Next once in each process that serves; jobs are done beside the pages. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  if (process.env["NEXT_PHASE"] === "phase-production-build") return;
  const { startJobs } = await import("@/lib/jobs/start");
  startJobs();
}
