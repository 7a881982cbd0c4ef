import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NoSuchPage } from "@/components/public/frame/apology";
import { defaultLocale } from "@/lib/domain/language/locale";
import "@/app/globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: defaultLocale, namespace: "public" });
  return { title: `${t("notFound.title")} – ${t("frame.name")}` };
}

/** Shows the document for an address that does not exist. */
export default function GlobalNotFound() {
  setRequestLocale(defaultLocale);
  return (
    <html lang={defaultLocale} className="public">
      <body>
        <NoSuchPage />
      </body>
    </html>
  );
}
