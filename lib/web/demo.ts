import "server-only";
import { env } from "@/lib/settings/env";

/** Returns true when this installation shows the product with demo accounts. */
export function isDemo(): boolean {
  return env().DEMO;
}
