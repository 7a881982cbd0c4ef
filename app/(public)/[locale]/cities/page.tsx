import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { CityTable } from "@/components/public/city/table";
import { Frame } from "@/components/public/frame/frame";
import { NewestEdition } from "@/components/public/frame/newest-edition";
import { Section } from "@/components/public/shared/section";
import { PageHeader } from "@/components/ui/page-header";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { addressOf } from "@/lib/domain/site/page-context";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { findNewestEdition } from "@/lib/queries/public/newest";
import { listCityTotals } from "@/lib/queries/public/totals";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("public.cities");
  return {
    path: "/cities",
    title: t("title"),
    description: t("description"),
  };
});

/** Shows all member cities by country, with their projects by stage. */
export default publicPage(async ({ context, firstDay }) => {
  const t = await getTranslations("public.cities");
  const [cities, newest] = await Promise.all([
    listCityTotals(context.asOf),
    findNewestEdition(context.asOf),
  ]);
  const countries = [...new Set(cities.map((city) => city.countryCode))];
  return (
    <Frame context={context} path="/cities" firstDay={firstDay} days={await listNetworkDays()}>
      <PageHeader title={t("title")}>
        <p className="max-w-text text-lead">
          {t("lead", {
            members: cities.length,
            countries: countries.length,
            active: cities.filter((city) => city.aggregate.total > 0).length,
          })}
        </p>
      </PageHeader>
      {cities.length === 0 && <p>{t("none")}</p>}
      {countries.map((code) => {
        const own = cities.filter((city) => city.countryCode === code);
        const name = countryNameIn(context.locale, code, own[0]?.countryName ?? code);
        const href = addressOf(context, `/countries/${code}`);
        return (
          <Section key={code} title={<a href={href}>{name}</a>}>
            <CityTable label={name} context={context} cities={own} />
          </Section>
        );
      })}
      <NewestEdition context={context} edition={newest} />
    </Frame>
  );
});
