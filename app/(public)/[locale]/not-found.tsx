import { getLocale, getTranslations } from "next-intl/server";
import { Frame } from "@/components/public/frame";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale, isLocale } from "@/lib/domain/locale";
import { addressOf } from "@/lib/domain/reading";

/** What is answered, with 404, under an address that no city, project or term has. */
export default async function PublicNotFound() {
  const locale = await getLocale();
  const reading = { locale: isLocale(locale) ? locale : defaultLocale, asOf: null };
  const t = await getTranslations("public.notFound");
  return (
    <Frame reading={reading} path={null}>
      <PageHeader title={t("title")}>
        <p className="max-w-text text-lead">{t("text")}</p>
      </PageHeader>
      <ul className="flex flex-col gap-2">
        <li>
          <a href={addressOf(reading, "/cities")}>{t("cities")}</a>
        </li>
        <li>
          <a href={addressOf(reading, "/projects")}>{t("projects")}</a>
        </li>
      </ul>
    </Frame>
  );
}
