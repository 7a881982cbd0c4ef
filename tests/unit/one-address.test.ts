import { describe, expect, test } from "vitest";
import { cityNames } from "@/lib/domain/language/city-names";
import { namesOfCities, namesOfCountries } from "@/lib/domain/language/former-names";
import { locales } from "@/lib/domain/language/locale";
import { placesOf } from "@/lib/site/known-places.mjs";
import { oneAddress } from "@/lib/site/one-address.mjs";
import cities from "@/prisma/seed/data/cities.json";

const places = placesOf({
  cities: [
    ...cities.map(({ slug, name }) => ({
      address: slug,
      names: [name, ...Object.values(cityNames[name] ?? {}), ...(namesOfCities[slug] ?? [])],
    })),
  ],
  countries: [...new Map(cities.map((city) => [city.countryCode, city.country]))].map(
    ([address, name]) => ({ address, names: [name, ...(namesOfCountries[address] ?? [])] }),
  ),
  partners: [
    {
      address: "jica",
      names: ["Japan International Cooperation Agency (JICA)", "JICA", "the-agency-before"],
    },
  ],
});

test.each([
  ["/EN", "/en"],
  ["/En/", "/en"],
  ["/en-GB", "/en"],
  ["/en_us/cities", "/en/cities"],
  ["/zh-CN", "/zh"],
  ["/zh-Hans", "/zh"],
  ["/zh-TW/cities/manila", "/zh/cities/manila"],
  ["/zh-hant-hk", "/zh"],
  ["/pt-BR/projects?q=A%20b", "/pt/projects?q=A%20b"],
  ["/tl", "/fil"],
  ["/en/Cities", "/en/cities"],
  ["/en/cities/Phnom-Penh", "/en/cities/phnom-penh"],
  ["/en/cities/Phnom%20Penh", "/en/cities/phnom-penh"],
  ["/en/cities/phnompenh", "/en/cities/phnom-penh"],
  ["/en/partners/japan-international-cooperation-agency-jica", "/en/partners/jica"],
  ["/en/partners/the-agency-before?asOf=2024-09-25", "/en/partners/jica?asOf=2024-09-25"],
  ["/en/projects?partner=japan-international-cooperation-agency-jica", "/en/projects?partner=jica"],
  [
    "/km/cities/%E1%9E%97%E1%9F%92%E1%9E%93%E1%9F%86%E1%9E%96%E1%9F%81%E1%9E%89",
    "/km/cities/phnom-penh",
  ],
  ["/vi/cities/H%C3%A0-N%E1%BB%99i", "/vi/cities/ha-noi"],
  ["/vi/cities/%C4%90%C3%A0%20N%E1%BA%B5ng", "/vi/cities/da-nang"],
  ["/en/cities/saigon/changes", "/en/cities/ho-chi-minh-city/changes"],
  ["/en/cities/Cebu/projects/BRT", "/en/cities/cebu-city/projects/brt"],
  ["/en/history/Phuket", "/en/history/phuket"],
  ["/en/reports/2025/cities/rangoon", "/en/reports/2025/cities/yangon"],
  ["/en/embed/Cities/PHUKET/badge.svg", "/en/embed/cities/phuket/badge.svg"],
  ["/en/countries/cambodia", "/en/countries/KH"],
  ["/en/countries/kh", "/en/countries/KH"],
  ["/EN/Countries/Viet-Nam?AsOf=2024-09-25", "/en/countries/VN?asOf=2024-09-25"],
  ["/en/countries/laos?asOf=2024-09-25", "/en/countries/LA?asOf=2024-09-25"],
  ["/en/countries/burma", "/en/countries/MM"],
  ["/en?asof=2024-09-25", "/en?asOf=2024-09-25"],
  [
    "/en/projects?q=a&ASOF=2024-09-25&stage=planning",
    "/en/projects?q=a&asOf=2024-09-25&stage=planning",
  ],
  ["/en?asof=2023-01-01&asOf=2024-09-25", "/en?asOf=2024-09-25"],
  ["/en/projects?city=Hanoi&country=Vietnam&q=%", "/en/projects?city=ha-noi&country=VN&q=%"],
  ["/en/compare?city=Phnom+Penh&city=ha-noi", "/en/compare?city=phnom-penh&city=ha-noi"],
  ["/en/Focus-Areas/Civic%20Social", "/en/focus-areas/civic-social"],
  ["/api/v1/cities/Phnom%20Penh?asOf=2024-09-25", "/api/v1/cities/phnom-penh?asOf=2024-09-25"],
])("%s leads to %s, which is the one address", (asked, address) => {
  expect(oneAddress(asked, places)).toBe(address);
  expect(oneAddress(address, places)).toBeNull();
});

test.each([
  "/",
  "/api",
  "/api/v1/cities?asof=2024-09-25",
  "/api/v1/cities/nowhere",
  "/api/v1/Cities",
  "/office",
  "/Office",
  "/sign-in?callbackUrl=/EN",
  "/favicon.ico",
  "/none",
  "/xx/Cities",
  "//EN/cities",
  "/en/",
  "/en/cities/nowhere",
  "/en/countries/atlantis",
  "/en/countries/TH",
  "/en/outcomes/competitive-economy/after/WyJBIl0",
  "/en~cT1B/projects",
  "/en/projects?q=asof&asOf=2024-09-25&cursor=WyJBIl0",
  "/en/projects?city=nowhere&city=%FF",
  "/en/cities/%E0%B8%81",
])("%s stays as it is", (asked) => {
  expect(oneAddress(asked, places)).toBeNull();
});

describe("the names", () => {
  test.each(locales)("in %s lead to their cities", (locale) => {
    for (const { slug, name } of cities) {
      const called = cityNames[name]?.[locale];
      if (called) expect([called, places.city(called)]).toEqual([called, slug]);
    }
  });

  test("belong to existing cities and countries, and each name to one of them", () => {
    const slugs = cities.map((city) => city.slug);
    expect(Object.keys(namesOfCities).filter((slug) => !slugs.includes(slug))).toEqual([]);
    for (const [slug, names] of Object.entries(namesOfCities))
      for (const name of names) expect([name, places.city(name)]).toEqual([name, slug]);
    for (const [code, names] of Object.entries(namesOfCountries))
      for (const name of names) expect([name, places.country(name)]).toEqual([name, code]);
  });
});
