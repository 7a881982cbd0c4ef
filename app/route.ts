import { match } from "@formatjs/intl-localematcher";
import Negotiator from "negotiator";
import { defaultLocale, locales } from "@/lib/domain/language/locale";

/** Redirects from the root to the first language of the browser's list that the public pages have. */
export function GET(request: Request): Response {
  const accepted = request.headers.get("accept-language") ?? "";
  const asked = new Negotiator({ headers: { "accept-language": accepted } }).languages();
  const location = `/${match(asked.filter(isTag), locales, defaultLocale)}`;
  return new Response(null, { status: 307, headers: { location, vary: "Accept-Language" } });
}

/** The header may hold anything; "*" and invalid language tags are ignored. */
function isTag(asked: string): boolean {
  try {
    return Intl.getCanonicalLocales(asked).length === 1;
  } catch {
    return false;
  }
}
