import { connection } from "next/server";
import { notFoundError } from "@/lib/open-data/problem";

/** Answers 404 for any other address of the open data. */
export async function GET(): Promise<Response> {
  await connection();
  return notFoundError();
}
