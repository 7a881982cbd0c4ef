import "server-only";
import { createTranslator } from "next-intl";
import { defaultLocale } from "@/lib/domain/language/locale";
import { hasMessage } from "@/lib/domain/language/messages";
import {
  type FrozenProject,
  noTerm,
  type ReportRow,
  type ReportTable,
} from "@/lib/domain/report/report";
import { problem } from "@/lib/open-data/problem";
import { words } from "../../messages/en/index";

/** The words that files of reports are written in; they have one address, so they have one language. */
export const reportWords = createTranslator({
  locale: defaultLocale,
  messages: words,
  namespace: "reports",
});

/** The words of choices, for files. */
export const choiceWords = createTranslator({
  locale: defaultLocale,
  messages: words,
  namespace: "choices",
});

/** Returns the problem document for a file that is not handed out now: 451 while something in it is withheld. */
export function fileProblem(why: "withheld" | "noPdf"): Response {
  return problem({
    status: why === "withheld" ? 451 : 404,
    title: reportWords(`fileProblem.${why}Title`),
    detail: reportWords(`fileProblem.${why}`),
  });
}

/** Returns the name of a table's row as people read it. */
export function rowName({ table }: ReportTable, { key, name }: ReportRow): string {
  const stage = `stage.${key}`;
  if (table === "stage" && hasMessage(choiceWords, stage)) return choiceWords(stage);
  return key === noTerm ? reportWords("page.none") : name;
}

/** Returns a project's title, or that it is withheld. */
export function titleOf(project: FrozenProject): string {
  return project.isWithheld ? reportWords("page.withheld") : project.fields.title;
}
