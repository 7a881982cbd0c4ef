import { match } from "@formatjs/intl-localematcher";
import Negotiator from "negotiator";
import { defaultLocale, locales } from "@/lib/domain/language/locale";

/** Leads whoever comes without a language to the first one of their browser's that there is. */
export function GET(request: Request): Response {
  const accepted = request.headers.get("accept-language") ?? "";
  const asked = new Negotiator({ headers: { "accept-language": accepted } }).languages();
  const location = `/${match(asked.filter(isTag), locales, defaultLocale)}`;
  return new Response(null, { status: 307, headers: { location, vary: "Accept-Language" } });
}

/** Headers hold what anybody writes; "*" and what is no language tag choose nothing. */
function isTag(asked: string): boolean {
  try {
    return Intl.getCanonicalLocales(asked).length === 1;
  } catch {
    return false;
  }
}
