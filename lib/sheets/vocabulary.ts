import "server-only";
import { fieldSpecs } from "@/lib/domain/record/fields";
import { toVocabulary } from "@/lib/domain/sheet/vocabulary";
import en from "../../messages/en/public.json";
import fil from "../../messages/fil/public.json";
import id from "../../messages/id/public.json";
import km from "../../messages/km/public.json";
import lo from "../../messages/lo/public.json";
import ms from "../../messages/ms/public.json";
import my from "../../messages/my/public.json";
import pt from "../../messages/pt/public.json";
import ta from "../../messages/ta/public.json";
import tet from "../../messages/tet/public.json";
import th from "../../messages/th/public.json";
import vi from "../../messages/vi/public.json";
import zh from "../../messages/zh/public.json";

type Words = { [key: string]: string | Words };

const languages = [en, fil, id, km, lo, ms, my, pt, ta, tet, th, vi, zh];
const choices: Words[] = languages.map((messages) => messages.choices);
const fields: Words[] = languages.map((messages) => messages.fields);
const terms: Words[] = languages.flatMap((messages) => ("terms" in messages ? messages.terms : []));
const termLists: Record<string, string> = { focusArea: "focusAreas", outcome: "outcomes" };

/** The words of every language of the interface for fields and options. */
export const sheetVocabulary = toVocabulary(fields.flatMap(fieldMeanings), [
  ...choices.flatMap((words) => optionsIn(words, (list) => list)),
  ...terms.flatMap((words) => optionsIn(words, (list) => termLists[list] ?? null)),
]);

/** A list is called by its name, or by that of the part that names its entries. */
function fieldMeanings(words: Words) {
  const items = words["items"] as Record<string, Words>;
  return fieldSpecs.project.flatMap((spec) => {
    const word = words[spec.name];
    const own = typeof word === "string" ? [word] : [];
    if (spec.kind !== "list") return own.map((each) => ({ word: each, of: spec.name }));
    const named = `${spec.name}.${spec.namedBy}`;
    const parts = Object.entries(items[spec.name] ?? {}).flatMap(([part, each]) =>
      typeof each === "string" ? [{ word: each, of: `${spec.name}.${part}` }] : [],
    );
    return [...own.map((each) => ({ word: each, of: named })), ...parts];
  });
}

function optionsIn(words: Words, listOf: (list: string) => string | null) {
  return Object.entries(words).flatMap(([key, options]) => {
    const list = listOf(key);
    if (list === null || typeof options === "string") return [];
    return Object.entries(options).flatMap(([of, word]) =>
      typeof word === "string" ? [{ list, word, of }] : [],
    );
  });
}
