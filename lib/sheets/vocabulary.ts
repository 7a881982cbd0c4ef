import "server-only";
import { fieldSpecs } from "@/lib/domain/record/fields";
import { toVocabulary } from "@/lib/domain/sheet/vocabulary";
import en from "../../messages/en/choices.json";
import enFields from "../../messages/en/fields.json";
import fil from "../../messages/fil/choices.json";
import filFields from "../../messages/fil/fields.json";
import filTerms from "../../messages/fil/terms.json";
import id from "../../messages/id/choices.json";
import idFields from "../../messages/id/fields.json";
import idTerms from "../../messages/id/terms.json";
import km from "../../messages/km/choices.json";
import kmFields from "../../messages/km/fields.json";
import kmTerms from "../../messages/km/terms.json";
import lo from "../../messages/lo/choices.json";
import loFields from "../../messages/lo/fields.json";
import loTerms from "../../messages/lo/terms.json";
import ms from "../../messages/ms/choices.json";
import msFields from "../../messages/ms/fields.json";
import msTerms from "../../messages/ms/terms.json";
import my from "../../messages/my/choices.json";
import myFields from "../../messages/my/fields.json";
import myTerms from "../../messages/my/terms.json";
import pt from "../../messages/pt/choices.json";
import ptFields from "../../messages/pt/fields.json";
import ptTerms from "../../messages/pt/terms.json";
import ta from "../../messages/ta/choices.json";
import taFields from "../../messages/ta/fields.json";
import taTerms from "../../messages/ta/terms.json";
import tet from "../../messages/tet/choices.json";
import tetFields from "../../messages/tet/fields.json";
import tetTerms from "../../messages/tet/terms.json";
import th from "../../messages/th/choices.json";
import thFields from "../../messages/th/fields.json";
import thTerms from "../../messages/th/terms.json";
import vi from "../../messages/vi/choices.json";
import viFields from "../../messages/vi/fields.json";
import viTerms from "../../messages/vi/terms.json";
import zh from "../../messages/zh/choices.json";
import zhFields from "../../messages/zh/fields.json";
import zhTerms from "../../messages/zh/terms.json";

type Words = { [key: string]: string | Words };

const choices: Words[] = [en, fil, id, km, lo, ms, my, pt, ta, tet, th, vi, zh];
const fields: Words[] = [
  ...[enFields, filFields, idFields, kmFields, loFields, msFields, myFields],
  ...[ptFields, taFields, tetFields, thFields, viFields, zhFields],
];
const terms: Words[] = [
  ...[filTerms, idTerms, kmTerms, loTerms, msTerms, myTerms],
  ...[ptTerms, taTerms, tetTerms, thTerms, viTerms, zhTerms],
];
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
