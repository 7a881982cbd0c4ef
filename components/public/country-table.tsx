import { useFormatter, useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { countryNameIn } from "@/lib/domain/country-name";
import { addressOf, type Reading } from "@/lib/domain/reading";

type City = {
  countryCode: string;
  countryName: string;
  tally: { total: number };
};

/** Countries with their numbers of cities and projects, in the order of the cities given. */
export function CountryTable({ reading, cities }: { reading: Reading; cities: City[] }) {
  const t = useTranslations("public.home");
  const format = useFormatter();
  const codes = [...new Set(cities.map((city) => city.countryCode))];
  return (
    <PlainTable
      label={t("countries")}
      columns={[
        { header: t("country") },
        { header: t("cities"), align: "end" },
        { header: t("projects"), align: "end" },
      ]}
      rows={codes.map((code) => {
        const own = cities.filter((city) => city.countryCode === code);
        const address = addressOf(reading, `/countries/${code}`);
        const total = own.reduce((sum, city) => sum + city.tally.total, 0);
        return {
          key: code,
          cells: [
            <a key="name" href={address}>
              {countryNameIn(reading.locale, code, own[0]?.countryName ?? code)}
            </a>,
            <a key="cities" href={address}>
              {format.number(own.length)}
            </a>,
            <a key="projects" href={addressOf(reading, "/projects", { country: code })}>
              {format.number(total)}
            </a>,
          ],
        };
      })}
    />
  );
}
