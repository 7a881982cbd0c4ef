import { type Locale, languageTag } from "@/lib/domain/language/locale";
import { type Titled, titleIn } from "@/lib/domain/record/local-texts";

/** Shows a project's title in the reader's language, or else in English. */
export function ProjectTitle({ locale, fields }: { locale: Locale; fields: Titled }) {
  const { text, language } = titleIn(locale, fields);
  return <span lang={languageTag(language)}>{text}</span>;
}
