import { expect, test } from "vitest";
import { formatLocale } from "@/lib/domain/language/locale";
import { locales } from "@/lib/domain/language/locales.mjs";

test("numbers are grouped as readers of a language write them", () => {
  const written = Object.fromEntries(
    locales.map((locale) => [locale, new Intl.NumberFormat(formatLocale(locale)).format(405_052)]),
  );
  expect(written).toEqual({
    en: "405,052",
    ms: "405,052",
    id: "405.052",
    fil: "405,052",
    th: "405,052",
    vi: "405.052",
    km: "405,052",
    lo: "405.052",
    my: "405,052",
    zh: "405,052",
    ta: "405,052",
    pt: "405\u00a0052",
    tet: "405\u00a0052",
  });
});
