import { fieldSpecs, type NamedValue, readingSpec } from "@/lib/domain/record/fields";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import { listOf } from "@/lib/domain/sheet/cell";
import { termsOf } from "@/lib/domain/sheet/layout";
import { choiceWord, type SheetWords, yesNoWord } from "@/lib/domain/sheet/words";

export type Option = { value: string; label: string };

const specs: NamedValue[] = [...fieldSpecs.plan, ...fieldSpecs.project].flatMap(
  (spec): NamedValue[] => (spec.kind === "list" ? spec.item : [spec]),
);
const all = [...specs, ...readingSpec.item];

/** Returns the options of a closed list by its name ("stage", "focusAreas"), with their labels; none for another name. */
export function optionsOfList(list: string, words: SheetWords, terms: FrameworkTerms): Option[] {
  if (list === "yesNo")
    return [true, false].map((each) => ({ value: String(each), label: yesNoWord(words, each) }));
  const spec = all.find((each) => listOf(each) === list);
  if (spec?.kind === "choice")
    return spec.options.map((value) => ({ value, label: choiceWord(words, spec.words, value) }));
  if (spec?.kind === "framework")
    return termsOf(terms, spec.options).map(({ slug, name }) => ({ value: slug, label: name }));
  return [];
}
