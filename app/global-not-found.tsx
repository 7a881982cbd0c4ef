import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NoSuchPage } from "@/components/public/frame/apology";
import { defaultLocale } from "@/lib/domain/language/locale";
import "@/app/globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: defaultLocale, namespace: "public" });
  return { title: `${t("notFound.title")} – ${t("frame.name")}` };
}

/** Shows the whole document for an address that leads nowhere at all. */
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
