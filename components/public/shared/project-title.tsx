import { type Locale, languageTag } from "@/lib/domain/language/locale";
import { type Titled, titleIn } from "@/lib/domain/record/local-texts";

/** Shows what a project is called in the reader's language, else in English. */
export function ProjectTitle({ locale, fields }: { locale: Locale; fields: Titled }) {
  const { text, language } = titleIn(locale, fields);
  return <span lang={languageTag(language)}>{text}</span>;
}
