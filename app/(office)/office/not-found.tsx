import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/domain/language/locale";

/** Missing and forbidden pages look the same, so that nobody learns what exists. */
export default async function NotFound() {
  const t = await getTranslations("office.notFound");
  const product = await getTranslations("office");
  return (
    <>
      <title>{`${t("title")} · ${product("product")}`}</title>
      <PageHeader title={t("title")} />
      <p className="max-w-text">{t("body")}</p>
      <ul className="pt-4">
        <li>
          <a href="/office" className="inline-block py-2">
            {t("home")}
          </a>
        </li>
        <li>
          <a href={`/${defaultLocale}`} className="inline-block py-2">
            {t("public")}
          </a>
        </li>
      </ul>
    </>
  );
}
