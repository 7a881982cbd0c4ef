import { defaultLocale } from "@/lib/domain/locale";

/** Chooses a language for whoever comes without one; there is one so far. */
export function GET(): Response {
  return new Response(null, { status: 307, headers: { location: `/${defaultLocale}` } });
}
