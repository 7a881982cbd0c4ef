import "server-only";
import { findChromiumOnPath } from "@/lib/reports/chromium-on-path.mjs";
import { env } from "@/lib/settings/env";

let found: string | null | undefined;

/**
 * Returns the path of a Chromium that can print pages: the one in the settings, or the system's; null when there is
 * none.
 */
export function findChromium(): string | null {
  found ??= env().CHROMIUM_PATH ?? findChromiumOnPath() ?? null;
  return found;
}
