import { defaultLocale, isLocale, languageTag } from "@/lib/domain/language/locale";
import "@/app/globals.css";
import "@/app/(public)/fonts.css";

/** Shows the document of a card that other sites show in a frame. */
export default async function EmbeddedDocument({
  params,
  children,
}: {
  params: Promise<{ locale: string }>;
  children: React.ReactNode;
}) {
  const { locale } = await params;
  return (
    <html lang={languageTag(isLocale(locale) ? locale : defaultLocale)} className="public">
      <body>{children}</body>
    </html>
  );
}
