import { locales } from "@/lib/domain/language/locale";
import { list } from "@/lib/domain/record/catalogue";

/** The languages into which a city may translate its English texts. */
export const localLanguages = locales.filter((locale) => locale !== "en");

/** The translations of a record (translation.ts). */
export const translations = list(
  "of",
  {
    section: "languages",
    since: 3,
    meaning: "The texts that the city wrote in local languages beside the English ones.",
  },
  {
    of: { kind: "text_of", meaning: "The text it stands beside: title, or milestones.<id>.title." },
    language: {
      kind: "choice",
      words: "language",
      options: localLanguages,
      nullable: false,
      meaning: "The language it is written in (BCP 47).",
    },
    text: { kind: "text", max: 20_000, meaning: "The text." },
    englishHash: {
      kind: "english_hash",
      meaning: "FNV-1a (32 bits) of the English it was written for, in UTF-8.",
    },
  },
  { max: 500 },
);
