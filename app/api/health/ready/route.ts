import { connection } from "next/server";
import { findFailingChecks } from "@/lib/queries/public/readiness";

/** Answers 200 when this process can serve pages: the database answers within two seconds and is migrated. */
export async function GET(): Promise<Response> {
  await connection();
  const failing = await findFailingChecks();
  const isReady = failing.length === 0;
  return Response.json(
    { status: isReady ? "ok" : "failing", failing },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
