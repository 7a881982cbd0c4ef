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

/** The translator for files of reports. A file has one address, so it has one language. */
export const reportWords = createTranslator({
  locale: defaultLocale,
  messages: words,
  namespace: "reports",
});

/** The translator of choices for files. */
export const choiceWords = createTranslator({
  locale: defaultLocale,
  messages: words,
  namespace: "choices",
});

/** Returns the problem document for a file that is not served now: 451 while a record in it is withheld. */
export function fileProblem(why: "withheld" | "noPdf"): Response {
  return problem({
    status: why === "withheld" ? 451 : 404,
    title: reportWords(`fileProblem.${why}Title`),
    detail: reportWords(`fileProblem.${why}`),
  });
}

/** Returns the displayed name of a table's row. */
export function rowName({ table }: ReportTable, { key, name }: ReportRow): string {
  const stage = `stage.${key}`;
  if (table === "stage" && hasMessage(choiceWords, stage)) return choiceWords(stage);
  return key === noTerm ? reportWords("page.none") : name;
}

/** Returns a project's title, or a text that it is withheld. */
export function titleOf(project: FrozenProject): string {
  return project.isWithheld ? reportWords("page.withheld") : project.fields.title;
}
