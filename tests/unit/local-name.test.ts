import { expect, test } from "vitest";
import { cityNames } from "@/lib/domain/language/city-names";
import { cityNameIn, knownCityName, otherNamesOf } from "@/lib/domain/language/local-name";
import { locales } from "@/lib/domain/language/locale";
import cities from "@/prisma/seed/data/cities.json";

const singapore = {
  name: "Singapore",
  localName: "新加坡 / Singapura / சிங்கப்பூர்",
  officialLanguages: ["en", "ms", "zh", "ta"],
};

test("a city is called by its own name in its own languages, and by the network’s in others", () => {
  expect(cityNameIn("zh", singapore)).toBe("新加坡");
  expect(cityNameIn("ms", singapore)).toBe("Singapura");
  expect(cityNameIn("vi", singapore)).toBe("Singapore");
  expect(cityNameIn("en", { ...singapore, localName: null })).toBe("Singapore");
});

test("a city is called as its reader’s language calls it, where a source says so", () => {
  const manila = { name: "Manila", localName: "Maynila", officialLanguages: ["fil", "en"] };
  expect(cityNameIn("fil", manila)).toBe("Maynila");
  expect(cityNameIn("km", manila)).toBe("ម៉ានីល");
  expect(cityNameIn("th", singapore)).toBe("สิงคโปร์");
  expect(otherNamesOf("km", manila)).toEqual([
    { name: "Manila", language: "en" },
    { name: "Maynila", language: "fil" },
  ]);
});

test("a city has the same name where only the network’s name is available", () => {
  expect(
    Object.keys(cityNames).filter((name) => !cities.some((each) => each.name === name)),
  ).toEqual([]);
  for (const city of cities)
    for (const locale of locales)
      expect(knownCityName(locale, city.name), `${city.name} in ${locale}`).toBe(
        cityNameIn(locale, city),
      );
});

test("its other names are listed once each, with their languages", () => {
  expect(otherNamesOf("en", singapore)).toEqual([
    { name: "新加坡", language: "zh" },
    { name: "Singapura", language: "ms" },
    { name: "சிங்கப்பூர்", language: "ta" },
  ]);
  expect(otherNamesOf("ta", singapore)).toEqual([
    { name: "Singapore", language: "en" },
    { name: "新加坡", language: "zh" },
    { name: "Singapura", language: "ms" },
  ]);
});

test("the language of a name follows from its script, or from the languages of the city", () => {
  const named = (localName: string | null, ...officialLanguages: string[]) =>
    otherNamesOf("en", { name: "City", localName, officialLanguages }).map(
      ({ language }) => language,
    );
  expect(named("ភ្នំពេញ", "km")).toEqual(["km"]);
  expect(named("Hà Nội", "vi")).toEqual(["vi"]);
  expect(named("Somewhere", "en")).toEqual([null]);
  expect(named(null, "km")).toEqual([]);
});
