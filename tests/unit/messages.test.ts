import { readdirSync, readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { defaultLocale, locales } from "@/lib/domain/language/locale";
import framework from "@/prisma/seed/data/framework.json";
import { signatureOf } from "@/scripts/setup/message-signature.mjs";

/** Keys that only the office uses, in namespaces that public pages share with it. */
const officeOnly =
  /^(choices\.(reviewState|submissionState|role)\.|progress\.(signals|confirm|same)|reports\.(state|office|sheet|fileProblem)\.)/u;

/** Texts that are the same in English and in another language. */
const alike =
  /^(?:[\d\s\p{P}\p{S}]|\{[^}]*\}|<\/?\w+>|PDF|DOCX|XLSX|CSV|JSON|PNG|JPEG|WebP|SHA-256|Excel|ASEAN)*$/u;

describe.each(locales.filter((locale) => locale !== defaultLocale))("the words in %s", (locale) => {
  const own = wordsIn(locale);
  const english = new Map([...wordsIn(defaultLocale), ...terms()]);

  test("are exactly those of the public pages", () => {
    const wanted = [...english.keys()].filter((key) => !officeOnly.test(key));
    expect([...own.keys()].sort()).toEqual(wanted.sort());
    expect(readdirSync(`messages/${locale}`)).toEqual(["public.json"]);
  });

  test("take the same values and tags, and have plural forms that the language has", () => {
    const forms = new Set<string>(pluralForms(locale));
    const faults = [...own].flatMap(([key, words]) => {
      const [mine, theirs] = [signatureOf(words), signatureOf(english.get(key) ?? "")];
      const isSame = mine.join() === theirs.join();
      const strange = formsIn(parse(words)).filter(
        (form) => !form.startsWith("=") && !forms.has(form),
      );
      return [
        ...(isSame ? [] : [`${key}: ${theirs} became ${mine}`]),
        ...strange.map((form) => `${key}: no plural form “${form}”`),
      ];
    });
    expect(faults).toEqual([]);
  });

  test("are translated", () => {
    const left = [...own].filter(
      ([key, words]) => words === english.get(key) && !alike.test(words),
    );
    // Some short texts are the same in two languages ("Status", "Data"). A sentence is not.
    expect(left.filter(([, words]) => words.split(" ").length > 3)).toEqual([]);
    expect(left.length / own.size).toBeLessThan(0.08);
  });
});

/** Returns all texts of a language's public pages by their path: "public.frame.name". */
function wordsIn(locale: string): Map<string, string> {
  const messages: object = JSON.parse(readFileSync(`messages/${locale}/public.json`, "utf8"));
  return new Map(Object.entries(messages).flatMap(([name, each]) => flatten(each, name)));
}

/** Returns the framework's own names in English. */
function terms(): [string, string][] {
  return [
    ...framework.focusAreas.map(
      ({ id, name }) => [`terms.focusArea.${id}`, name] as [string, string],
    ),
    ...framework.strategicOutcomes.map(
      ({ id, name }) => [`terms.outcome.${id}`, name] as [string, string],
    ),
  ];
}

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, each]) => flatten(each, `${path}.${key}`));
}

/** Returns the plural forms of a language. CLDR has no rules for Tetum, whose words do not change with a number. */
function pluralForms(locale: string) {
  if (locale === "tet") return ["other"];
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
}

function formsIn(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => [
    ...(element.type === TYPE.plural ? Object.keys(element.options) : []),
    ...inside(element).flatMap(formsIn),
  ]);
}

function inside(element: MessageFormatElement): MessageFormatElement[][] {
  if (element.type === TYPE.tag) return [element.children];
  if (element.type === TYPE.plural || element.type === TYPE.select)
    return Object.values(element.options).map((option) => option.value);
  return [];
}
