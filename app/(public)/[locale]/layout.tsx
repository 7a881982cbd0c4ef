import { notFound } from "next/navigation";
import { isLocale } from "@/lib/domain/locale";
import "@/app/globals.css";

/** The document of every public page. */
export default async function PublicDocument({
  params,
  children,
}: {
  params: Promise<{ locale: string }>;
  children: React.ReactNode;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={locale} className="public">
      <body>{children}</body>
    </html>
  );
}
