"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LabelledSelect } from "@/components/sheet/labelled-select";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Option } from "@/lib/domain/sheet/options";
import type { Questions } from "@/lib/domain/sheet/questions";
import { columnLetters } from "@/lib/domain/sheet/sheet";

/** Answers to the questions about a file, as the command takes them. */
export type QuestionAnswers = {
  words: { list: string; word: string; option: string }[];
  columns: { sheet: string; column: number; answer: string }[];
  titles: Record<string, string>;
};

/**
 * Asks what a file cannot say by itself: what its words mean, how its columns write numbers and days, and which of its
 * titles are those of projects. Earlier answers are shown and can be changed.
 */
export function ImportQuestions({
  questions,
  options,
  isPending,
  onAnswer,
}: {
  questions: Questions;
  /** The options of each list, by its name. */
  options: Record<string, Option[]>;
  isPending: boolean;
  onAnswer: (answers: QuestionAnswers) => void;
}) {
  const t = useTranslations("sheets.preview.questions");
  const { words, columns, titles } = questions;
  const [selected, setSelected] = useState<Record<string, string>>({});
  if (words.length + columns.length + titles.length === 0) return null;
  const selectedOr = (key: string, ...first: (string | null)[]) =>
    selected[key] ?? first.find((each) => each !== null) ?? "";
  const choose = (key: string) => (value: string) => setSelected({ ...selected, [key]: value });
  const wordValue = (word: Questions["words"][number]) =>
    selectedOr(`word ${word.list} ${word.word}`, word.answer, word.guess);
  const columnValue = (column: Questions["columns"][number]) =>
    selectedOr(`column ${column.kind} ${column.sheet} ${column.column}`, column.answer);
  const titleValue = (title: Questions["titles"][number]) =>
    selectedOr(`title ${title.key}`, title.answer);

  function answer() {
    onAnswer({
      words: words.map((word) => ({ list: word.list, word: word.word, option: wordValue(word) })),
      columns: columns.flatMap((column) => {
        const given = columnValue(column);
        return given ? { sheet: column.sheet, column: column.column, answer: given } : [];
      }),
      titles: Object.fromEntries(
        titles.flatMap((title) => (titleValue(title) ? [[title.key, titleValue(title)]] : [])),
      ),
    });
  }

  return (
    <Notice title={t("title")}>
      <div className="flex flex-col gap-4 py-2">
        <p>{t("hint")}</p>
        {titles.length > 0 && (
          <fieldset className="flex flex-col gap-3">
            <legend className="font-semibold">{t("titles")}</legend>
            <p>{t("titlesHint")}</p>
            {titles.map((title) => (
              <LabelledSelect
                key={title.key}
                label={t("titleOf", { title: title.title })}
                value={titleValue(title)}
                onChange={choose(`title ${title.key}`)}
              >
                <option value="">{t("openTitle")}</option>
                {title.like.map((like) => (
                  <option key={like.id} value={like.id}>
                    {t("sameAs", { title: like.title })}
                  </option>
                ))}
                <option value="new">{t("isNew")}</option>
              </LabelledSelect>
            ))}
          </fieldset>
        )}
        {words.length > 0 && (
          <fieldset className="flex flex-col gap-3">
            <legend className="font-semibold">{t("words")}</legend>
            <p>{t("wordsHint")}</p>
            {words.map((word) => (
              <LabelledSelect
                key={`${word.list} ${word.word}`}
                label={t("word", { word: word.word, count: word.count })}
                value={wordValue(word)}
                onChange={choose(`word ${word.list} ${word.word}`)}
              >
                <option value="">{t("unanswered")}</option>
                {(options[word.list] ?? []).map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </LabelledSelect>
            ))}
          </fieldset>
        )}
        {columns.length > 0 && (
          <fieldset className="flex flex-col gap-3">
            <legend className="font-semibold">{t("columns")}</legend>
            {columns.map((column) => (
              <LabelledSelect
                key={`${column.kind} ${column.sheet} ${column.column}`}
                label={t("column", {
                  sheet: column.sheet,
                  letters: columnLetters(column.column),
                  examples: column.examples.join(" · "),
                })}
                value={columnValue(column)}
                onChange={choose(`column ${column.kind} ${column.sheet} ${column.column}`)}
              >
                <ColumnAnswers kind={column.kind} />
              </LabelledSelect>
            ))}
          </fieldset>
        )}
        <div>
          <Button look="primary" aria-disabled={isPending} onClick={() => !isPending && answer()}>
            {t(isPending ? "saving" : "save")}
          </Button>
        </div>
      </div>
    </Notice>
  );
}

/** Shows the answers to what is asked about a column. */
function ColumnAnswers({ kind }: { kind: Questions["columns"][number]["kind"] }) {
  const t = useTranslations("sheets.preview.questions");
  if (kind === "numbers")
    return (
      <>
        <option value="">{t("numbers.open")}</option>
        <option value="point">{t("numbers.point")}</option>
        <option value="comma">{t("numbers.comma")}</option>
      </>
    );
  if (kind === "dates")
    return (
      <>
        <option value="">{t("dates.open")}</option>
        <option value="day_first">{t("dates.day_first")}</option>
        <option value="month_first">{t("dates.month_first")}</option>
      </>
    );
  return (
    <>
      <option value="">{t("merged.open")}</option>
      <option value="each">{t("merged.each")}</option>
      <option value="once">{t("merged.once")}</option>
    </>
  );
}
