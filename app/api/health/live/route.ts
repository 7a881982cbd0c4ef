import { connection } from "next/server";

/** Answers while this process runs, without asking the database. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
