import { useTranslations } from "next-intl";
import { LocalNames } from "@/components/public/shared/local-names";
import { PageHeader } from "@/components/ui/page-header";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { cityNameIn } from "@/lib/domain/language/local-name";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows the header of a city's page: its names, its country, and since when it is a member. */
export function CityHeader({
  context,
  city,
  children,
}: {
  context: PageContext;
  city: {
    name: string;
    localName: string | null;
    officialLanguages: string[];
    country: { code: string; name: string };
    joinedYear: number;
    isCapital: boolean;
  };
  children: React.ReactNode;
}) {
  const t = useTranslations("public");
  return (
    <PageHeader
      path={[
        { href: addressOf(context, "/cities"), label: t("frame.cities") },
        {
          href: addressOf(context, `/countries/${city.country.code}`),
          label: countryNameIn(context.locale, city.country.code, city.country.name),
        },
      ]}
      title={cityNameIn(context.locale, city)}
    >
      {city.localName && (
        <p className="text-lead">
          <LocalNames locale={context.locale} city={city} />
        </p>
      )}
      <p className="text-muted">
        {[t("city.member", { year: city.joinedYear }), city.isCapital && t("city.capital")]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {children}
      {context.asOf !== null && Number(context.asOf.slice(0, 4)) < city.joinedYear && (
        <p>{t("city.notYetMember", { city: city.name, year: city.joinedYear })}</p>
      )}
    </PageHeader>
  );
}
