import { getTranslations } from "next-intl/server";
import { defaultLocale, isLocale } from "@/lib/domain/locale";

/** Answers `asOf` with something that is no day (next.config.js leads here) and says what to write instead. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params;
  const t = await getTranslations({
    locale: isLocale(locale) ? locale : defaultLocale,
    namespace: "public.asOf.noSuchDay",
  });
  return new Response(`${t("title")}\n\n${t("text", { example: "2025-09-30" })}\n`, {
    status: 400,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
