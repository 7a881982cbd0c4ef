import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Frame } from "@/components/public/frame";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/domain/locale";
import { addressOf } from "@/lib/domain/reading";
import "@/app/globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: defaultLocale, namespace: "public" });
  return { title: `${t("notFound.title")} – ${t("frame.name")}` };
}

/** The whole document for an address that leads nowhere at all. */
export default async function GlobalNotFound() {
  setRequestLocale(defaultLocale);
  const reading = { locale: defaultLocale, asOf: null };
  const t = await getTranslations("public.notFound");
  return (
    <html lang={defaultLocale} className="public">
      <body>
        <Frame reading={reading} path={null}>
          <PageHeader title={t("title")}>
            <p className="max-w-text text-lead">{t("text")}</p>
          </PageHeader>
          <p>
            <a href={addressOf(reading, "/cities")}>{t("cities")}</a>
          </p>
        </Frame>
      </body>
    </html>
  );
}
