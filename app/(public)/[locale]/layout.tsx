import { defaultLocale, isLocale, languageTag } from "@/lib/domain/language/locale";
import { readFirstPart } from "@/lib/site/inner-path.mjs";
import "@/app/globals.css";
import "@/app/(public)/fonts.css";

/** Shows the document of every public page. */
export default async function PublicDocument({
  params,
  children,
}: {
  params: Promise<{ locale: string }>;
  children: React.ReactNode;
}) {
  const { locale } = readFirstPart((await params).locale);
  // An unknown language has no pages; its document is in English.
  return (
    <html lang={languageTag(isLocale(locale) ? locale : defaultLocale)} className="public">
      <body>{children}</body>
    </html>
  );
}
